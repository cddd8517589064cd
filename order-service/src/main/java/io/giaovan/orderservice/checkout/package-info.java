/**
 * Lets partner shops sell: quote, promise, hold, pay, place; and moves an order's money at the gateway from opening the
 * charge to capture on proof or giving it back. Serves shops and their buyers. It never takes an order whose promise or
 * stock it could not hold.
 */
@NullMarked
package io.giaovan.orderservice.checkout;

import org.jspecify.annotations.NullMarked;
