package io.giaovan.contracts.payment;

import io.giaovan.contracts.money.Money;

/**
 * Asks the gateway to give money back.
 *
 * @param idempotencyKey chosen by the caller before the call
 * @param amount how much, at most what is left of the charge
 * @param reason one of Stripe's: duplicate, fraudulent, requested_by_customer
 */
public record RefundRequest(String idempotencyKey, Money amount, String reason) {}
