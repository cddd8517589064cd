package io.giaovan.paymentgateway.payout;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.contracts.payment.PayoutView;
import io.giaovan.paymentgateway.rail.SealedPhone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money for a seller. PENDING waits until the seller's balance covers it, and until a second person has approved it where
 * it is above a limit; IN_TRANSIT is stored before the bank is
 * called; PAID and FAILED are ends.
 *
 * @param id {@code po_…}, also the bank's end-to-end id
 * @param key the caller's idempotency key
 * @param fees what the house keeps
 * @param maker who asked for it: {@code house} for settlement, else an operator
 * @param approver which other operator let it go, or null
 * @param phone the mobile money account that it goes to once it is on its way, or null for the bank
 * @param failure why the bank refused, else null
 */
public record Payout(
        String id,
        String key,
        MerchantId merchantId,
        Money amount,
        Money fees,
        String maker,
        @Nullable String approver,
        @Nullable SealedPhone phone,
        PayoutStatus status,
        @Nullable String failure,
        Instant createdAt,
        long version) {
    /** The maker of what settlement asks for. */
    static final String HOUSE = "house";

    public PayoutView view() {
        return new PayoutView(id, merchantId, amount, status);
    }

    Payout with(PayoutStatus other, @Nullable String why) {
        return new Payout(id, key, merchantId, amount, fees, maker, approver, phone, other, why, createdAt, version);
    }

    /** On its way to a phone, or to the bank account. */
    Payout sentTo(@Nullable SealedPhone other) {
        return new Payout(
                id,
                key,
                merchantId,
                amount,
                fees,
                maker,
                approver,
                other,
                PayoutStatus.IN_TRANSIT,
                failure,
                createdAt,
                version);
    }

    Payout approvedBy(String other) {
        return new Payout(id, key, merchantId, amount, fees, maker, other, phone, status, failure, createdAt, version);
    }

    Payout withVersion(long other) {
        return new Payout(id, key, merchantId, amount, fees, maker, approver, phone, status, failure, createdAt, other);
    }
}
