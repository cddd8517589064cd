/**
 * The lines that an ended order brings to a seller's statement, booked once. Serves the closing of statements. It must
 * never take a booked line back: what changes afterwards is a booking of its own.
 */
@NullMarked
package io.giaovan.orderservice.settlement.booking;

import org.jspecify.annotations.NullMarked;
