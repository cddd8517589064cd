package io.giaovan.paymentgateway.rail;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rail needs to know of a charge.
 *
 * @param attemptId identifies the first call to the provider; the same id is one charge there
 * @param reference the provider's own id, once it gave one
 * @param authorization what a one-time password belongs to, once the provider said so
 * @param phone the phone account, for rails that need one
 * @param hold whether the money is to be held and taken later
 * @param returnUrl where a buyer goes after he was at the provider
 * @param startedAt when the charge was first sent, a lower bound for searching at the provider
 * @param expiresAt when the buyer's time ends
 */
public record RailOrder(
        ChargeId chargeId,
        MerchantId merchantId,
        Money amount,
        String attemptId,
        @Nullable String reference,
        @Nullable String authorization,
        @Nullable String phone,
        boolean hold,
        String returnUrl,
        Instant startedAt,
        Instant expiresAt) {
    public String requiredReference() {
        return Objects.requireNonNull(reference, "the provider gave no reference yet");
    }

    /** The same with the provider's id. */
    public RailOrder withReference(String other) {
        return new RailOrder(
                chargeId,
                merchantId,
                amount,
                attemptId,
                other,
                authorization,
                phone,
                hold,
                returnUrl,
                startedAt,
                expiresAt);
    }

    /** Keeps the phone number out of logs. */
    @Override
    public String toString() {
        return "RailOrder[" + chargeId + ", " + amount + "]";
    }
}
