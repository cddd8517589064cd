/**
 * The envelope in which news travels back, with CloudEvents attributes, and who hears it. Serves the outboxes and mailboxes. It never interprets the data inside.
 */
@NullMarked
package io.giaovan.contracts.event;

import org.jspecify.annotations.NullMarked;
