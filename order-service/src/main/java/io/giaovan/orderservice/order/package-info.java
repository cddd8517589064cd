/**
 * Decides the life of an order, from placed to its end, and which steps are due after every change. Serves the rooms
 * that accept, pack, ship, show and settle orders. It never calls another service: the rooms that do contribute steps.
 */
@NullMarked
package io.giaovan.orderservice.order;

import org.jspecify.annotations.NullMarked;
