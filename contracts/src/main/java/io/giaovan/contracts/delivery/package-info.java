/**
 * Delivery requests, promises and outcomes, and the interface to the last mile. Serves order-service (caller) and routing-engine (callee). It decides nothing about routes.
 */
@NullMarked
package io.giaovan.contracts.delivery;

import org.jspecify.annotations.NullMarked;
