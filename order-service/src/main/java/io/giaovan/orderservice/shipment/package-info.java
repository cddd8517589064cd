/**
 * Decides who brings a parcel – our own couriers, or a parcel company where they do not go – and follows it to its end.
 * Serves the orders. It never plans a route and never books a parcel twice.
 */
@NullMarked
package io.giaovan.orderservice.shipment;

import org.jspecify.annotations.NullMarked;
