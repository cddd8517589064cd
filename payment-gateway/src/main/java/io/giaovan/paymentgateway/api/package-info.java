/**
 * The Stripe-shaped HTTP surface below {@code /v1}: keys, forms, idempotency, lists, events and webhook endpoints. Serves merchants' own software through the official client libraries. It decides nothing about money: it translates, calls a room and translates back.
 */
@NullMarked
package io.giaovan.paymentgateway.api;

import org.jspecify.annotations.NullMarked;
