/**
 * How bookings, statements and sellers' accounts are kept in MongoDB. Serves the rooms whose ports it fills. It must never
 * decide anything.
 */
@NullMarked
package io.giaovan.orderservice.settlement.record;

import org.jspecify.annotations.NullMarked;
