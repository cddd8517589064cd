/**
 * What an order's life asks of the seller's stock: kept, taken, freed, sold, returned. Serves the worker that does due steps.
 * It must never decide which step is due.
 */
@NullMarked
package io.giaovan.orderservice.order.stock;

import org.jspecify.annotations.NullMarked;
