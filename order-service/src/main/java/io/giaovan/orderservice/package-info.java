/**
 * The order service: sellers, stock, orders, checkout, packing, parcels, tracking, settlement and the seller portal.
 * This package only starts it. It never holds business code.
 */
@NullMarked
package io.giaovan.orderservice;

import org.jspecify.annotations.NullMarked;
