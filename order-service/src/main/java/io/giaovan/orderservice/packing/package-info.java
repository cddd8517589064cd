/**
 * Decides how an order becomes a parcel: which orders are picked together, which code a box gets, what its label says.
 * Serves sellers at the packing table and the rooms that move parcels. It never changes an order's life other than by
 * telling the order that it was packed, and never prints a phone number in full.
 */
@NullMarked
package io.giaovan.orderservice.packing;

import org.jspecify.annotations.NullMarked;
