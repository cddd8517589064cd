/**
 * Charge requests, outcomes and events, and the interface to the payment desk. Serves order-service (caller) and payment-gateway (callee). It moves no money itself.
 */
@NullMarked
package io.giaovan.contracts.payment;

import org.jspecify.annotations.NullMarked;
