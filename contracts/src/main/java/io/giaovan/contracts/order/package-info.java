/**
 * Order facts and the interface through which orders arrive. Serves integrations (caller) and order-service (callee). It decides nothing about an order's life.
 */
@NullMarked
package io.giaovan.contracts.order;

import org.jspecify.annotations.NullMarked;
