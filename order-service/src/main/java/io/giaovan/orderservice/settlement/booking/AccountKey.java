package io.giaovan.orderservice.settlement.booking;

import io.giaovan.contracts.merchant.MerchantId;

/**
 * Whose money, in which currency: statements never mix currencies.
 *
 * @param merchantId the seller
 * @param currency ISO 4217 code
 */
public record AccountKey(MerchantId merchantId, String currency) {
    @Override
    public String toString() {
        return merchantId + "|" + currency;
    }
}
