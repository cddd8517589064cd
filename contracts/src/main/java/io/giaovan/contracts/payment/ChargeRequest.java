package io.giaovan.contracts.payment;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks the gateway to take money from a buyer.
 *
 * @param idempotencyKey chosen by the caller before the call; the same key again answers with the present state
 * @param merchantId for whom
 * @param orderId for what
 * @param amount how much, above zero
 * @param method over which kind of rail
 * @param capture when the money is taken
 * @param phone the phone account to charge, for {@code CARRIER_BILLING} and {@code MOBILE_MONEY}, else null
 * @param expiresAt when the charge lapses unpaid
 */
public record ChargeRequest(
        String idempotencyKey,
        MerchantId merchantId,
        OrderId orderId,
        Money amount,
        ChargeMethod method,
        CaptureMode capture,
        @Nullable String phone,
        Instant expiresAt) {
    public ChargeRequest {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount: " + amount.amount() + " is not above 0");
        }
        boolean phoneNeeded = method == ChargeMethod.CARRIER_BILLING || method == ChargeMethod.MOBILE_MONEY;
        if (phoneNeeded && phone == null) {
            throw new IllegalArgumentException("phone: is missing, " + method + " needs it");
        }
    }

    /** Keeps the phone number out of logs. */
    @Override
    public String toString() {
        return "ChargeRequest[" + orderId + ", " + amount + ", " + method + "]";
    }
}
