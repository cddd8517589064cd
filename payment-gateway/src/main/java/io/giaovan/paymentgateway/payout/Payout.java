package io.giaovan.paymentgateway.payout;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.contracts.payment.PayoutView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money for a seller. PENDING waits until the seller's balance covers it; IN_TRANSIT is stored before the bank is
 * called; PAID and FAILED are ends.
 *
 * @param id {@code po_…}, also the bank's end-to-end id
 * @param key the caller's idempotency key
 * @param fees what the house keeps
 * @param failure why the bank refused, else null
 */
public record Payout(
        String id,
        String key,
        MerchantId merchantId,
        Money amount,
        Money fees,
        PayoutStatus status,
        @Nullable String failure,
        Instant createdAt,
        long version) {
    public PayoutView view() {
        return new PayoutView(id, merchantId, amount, status);
    }

    Payout with(PayoutStatus other, @Nullable String why) {
        return new Payout(id, key, merchantId, amount, fees, other, why, createdAt, version);
    }

    Payout withVersion(long other) {
        return new Payout(id, key, merchantId, amount, fees, status, failure, createdAt, other);
    }
}
