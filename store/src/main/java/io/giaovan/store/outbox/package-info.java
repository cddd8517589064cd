/**
 * How news travels: events stored in the same write as the change, relayed into one mailbox per subscriber, handled in
 * order and at least once. Serves every aggregate that tells and every room that hears. It never looks inside an event.
 */
@NullMarked
package io.giaovan.store.outbox;

import org.jspecify.annotations.NullMarked;
