/**
 * Keeps what came in or has to go out until it is done: stored once, in order, tried again, parked for a person. Serves every partner's folder. It never looks inside a message.
 */
@NullMarked
package io.giaovan.integrations.sync;

import org.jspecify.annotations.NullMarked;
