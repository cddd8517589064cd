package io.giaovan.contracts.payment;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;

/**
 * Asks the gateway to pay a seller what is owed.
 *
 * @param idempotencyKey chosen by the caller before the call, for instance the statement's id
 * @param merchantId whom
 * @param amount how much, above zero
 * @param fees what the house keeps of the seller's balance for this statement, zero or more
 */
public record PayoutRequest(String idempotencyKey, MerchantId merchantId, Money amount, Money fees) {
    public PayoutRequest {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount: " + amount.amount() + " is not above 0");
        }
        if (fees.isNegative()) {
            throw new IllegalArgumentException("fees: " + fees.amount() + " is below 0");
        }
    }
}
