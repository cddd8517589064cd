/**
 * Decides how many pieces of a product may still be promised, piece by piece: on hand, reserved, outside. Serves the
 * rooms that take, keep and end orders. It never promises a piece twice and never lets a number fall below zero.
 */
@NullMarked
package io.giaovan.orderservice.stock;

import org.jspecify.annotations.NullMarked;
