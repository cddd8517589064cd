package io.giaovan.contracts.payment;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;

/**
 * A payout as its caller sees it.
 *
 * @param payoutId the payout, {@code po_…}
 * @param merchantId whom it pays
 * @param amount how much
 * @param status where it stands
 */
public record PayoutView(String payoutId, MerchantId merchantId, Money amount, PayoutStatus status) {}
