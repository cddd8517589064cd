/**
 * Decides how long and how far it is between many points at once. Serves planning, promises and dispatch with directed
 * matrices of time and distance together. It must never guess: a pair without a road is said to be unreachable.
 */
@NullMarked
package io.giaovan.routingengine.travel;

import org.jspecify.annotations.NullMarked;
