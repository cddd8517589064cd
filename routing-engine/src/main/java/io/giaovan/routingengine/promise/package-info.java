/**
 * Decides which delivery slots can be promised, by inserting the stop into the depot's live plan of the day, and keeps what
 * was promised. Serves the last mile's callers and dispatch with offers, holds and places for parcels. It must never
 * release a route or know what became of a delivery.
 */
@NullMarked
package io.giaovan.routingengine.promise;

import org.jspecify.annotations.NullMarked;
