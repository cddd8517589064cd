package io.giaovan.contracts.payment;

import io.giaovan.contracts.merchant.MerchantId;
import java.util.Optional;

/**
 * The house's own counter at the gateway. Called by order-service. Refusals are
 * {@link io.giaovan.contracts.problem.ProblemException}s with codes PAYMENT_REFUSED, OUT_OF_SEQUENCE, INVALID_FIELD,
 * NOT_FOUND.
 */
public interface PaymentDesk {
    /** Opens a charge and starts it on its rail; the same idempotency key answers with the present state. */
    ChargeView open(ChargeRequest request);

    Optional<ChargeView> find(MerchantId merchantId, ChargeId id);

    /** Gives the one-time password that the buyer typed. */
    ChargeView enterOneTimePassword(MerchantId merchantId, ChargeId id, String password);

    /** Takes held money once, or books cash; repeating it with the same proof changes nothing. */
    ChargeView capture(MerchantId merchantId, ChargeId id, CaptureRequest request);

    /** Gives a charge up and releases held money; repeating it changes nothing. */
    ChargeView cancel(MerchantId merchantId, ChargeId id, String reason);

    ChargeView refund(MerchantId merchantId, ChargeId id, RefundRequest request);

    /** Pays a seller; the same idempotency key answers with the present state. */
    PayoutView payOut(PayoutRequest request);
}
