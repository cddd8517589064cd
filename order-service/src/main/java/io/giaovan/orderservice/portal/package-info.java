/**
 * Shows sellers their orders, packing, stock, statements and webhooks, and hands their wishes to the rooms that decide.
 * Serves signed-in sellers, each with its own only. It decides nothing and stores nothing.
 */
@NullMarked
package io.giaovan.orderservice.portal;

import org.jspecify.annotations.NullMarked;
