/**
 * Decides which bookings a statement takes, in one write per seller. Serves the end of the day. It must never put a booking
 * on two statements.
 */
@NullMarked
package io.giaovan.orderservice.settlement.closing;

import org.jspecify.annotations.NullMarked;
