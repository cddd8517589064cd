package io.giaovan.orderservice.settlement;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.ChargeRequest;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PaymentDesk;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.contracts.payment.PayoutView;
import io.giaovan.contracts.payment.RefundRequest;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A gateway that keeps sellers' balances as the real one does: captured money adds to them, a payout draws its amount
 * and its fees, waits while the balance is too small, and gives both back when the bank refuses it.
 */
@Singleton
@Requires(property = "giaovan.test.payment-desk", value = "settlement")
public final class FakeGateway implements PaymentDesk {
    private final Map<ChargeId, ChargeView> charges = new LinkedHashMap<>();
    private final Map<MerchantId, Long> balances = new LinkedHashMap<>();
    private final Map<String, PayoutRequest> requests = new LinkedHashMap<>();
    private final Map<String, PayoutView> payouts = new LinkedHashMap<>();
    private ErrorCode refusal = ErrorCode.INTERNAL;
    private int refusals;

    /** Refuses the next payout requests. */
    public synchronized void refuse(int times, ErrorCode code) {
        refusals = times;
        refusal = code;
    }

    /** Money of a buyer is the seller's now, or, below zero, the buyer's again. */
    public synchronized void add(MerchantId merchantId, Money money) {
        balances.merge(merchantId, money.amount(), Long::sum);
    }

    public synchronized long balance(MerchantId merchantId) {
        return balances.getOrDefault(merchantId, 0L);
    }

    /** What was paid to a seller. */
    public synchronized long paid(MerchantId merchantId) {
        return payouts.values().stream()
                .filter(payout -> payout.merchantId().equals(merchantId) && payout.status() == PayoutStatus.PAID)
                .mapToLong(payout -> payout.amount().amount())
                .sum();
    }

    /** Payouts by the key they were asked with. */
    public synchronized Map<String, PayoutView> payouts() {
        return Map.copyOf(payouts);
    }

    /** Pays what is covered, or has the bank refuse it; answers with what changed. */
    public synchronized Map<String, PayoutView> advance(boolean bankRefuses) {
        Map<String, PayoutView> changed = new LinkedHashMap<>();
        payouts.replaceAll((key, payout) -> {
            PayoutRequest request = requests.get(key);
            long drawn = request.amount().amount() + request.fees().amount();
            if (payout.status() != PayoutStatus.PENDING || balance(request.merchantId()) < drawn) {
                return payout;
            }
            if (!bankRefuses) {
                balances.merge(request.merchantId(), -drawn, Long::sum);
            }
            PayoutView after = new PayoutView(
                    payout.payoutId(),
                    payout.merchantId(),
                    payout.amount(),
                    bankRefuses ? PayoutStatus.FAILED : PayoutStatus.PAID);
            changed.put(key, after);
            return after;
        });
        return changed;
    }

    @Override
    public synchronized PayoutView payOut(PayoutRequest request) {
        if (refusals > 0) {
            refusals--;
            throw new ProblemException(refusal, "the fake refuses");
        }
        PayoutRequest known = requests.putIfAbsent(request.idempotencyKey(), request);
        if (known != null && !known.equals(request)) {
            throw new ProblemException(ErrorCode.IDEMPOTENCY_KEY_REUSED, "the key asked for another payout");
        }
        return payouts.computeIfAbsent(
                request.idempotencyKey(),
                key -> new PayoutView(
                        "po_" + (payouts.size() + 1), request.merchantId(), request.amount(), PayoutStatus.PENDING));
    }

    @Override
    public synchronized ChargeView open(ChargeRequest request) {
        return charges.computeIfAbsent(
                new ChargeId("pi_" + request.orderId()),
                id -> new ChargeView(
                        id,
                        request.orderId(),
                        request.method(),
                        ChargeStatus.PROCESSING,
                        request.amount(),
                        Money.zero(request.amount().currency()),
                        Money.zero(request.amount().currency()),
                        null,
                        null));
    }

    @Override
    public synchronized Optional<ChargeView> find(MerchantId merchantId, ChargeId id) {
        return Optional.ofNullable(charges.get(id));
    }

    @Override
    public ChargeView enterOneTimePassword(MerchantId merchantId, ChargeId id, String password) {
        return get(id);
    }

    @Override
    public synchronized ChargeView capture(MerchantId merchantId, ChargeId id, CaptureRequest request) {
        ChargeView charge = get(id);
        if (charge.status() == ChargeStatus.SUCCEEDED) {
            return charge;
        }
        add(merchantId, request.amount());
        return put(charge, ChargeStatus.SUCCEEDED, request.amount(), charge.refunded());
    }

    @Override
    public synchronized ChargeView cancel(MerchantId merchantId, ChargeId id, String reason) {
        ChargeView charge = get(id);
        return put(charge, ChargeStatus.CANCELED, charge.received(), charge.refunded());
    }

    @Override
    public synchronized ChargeView refund(MerchantId merchantId, ChargeId id, RefundRequest request) {
        ChargeView charge = get(id);
        add(merchantId, request.amount().negated());
        return put(charge, charge.status(), charge.received(), charge.refunded().plus(request.amount()));
    }

    private ChargeView get(ChargeId id) {
        return Optional.ofNullable(charges.get(id)).orElseThrow(() -> ProblemException.notFound("charge", id.value()));
    }

    private ChargeView put(ChargeView charge, ChargeStatus status, Money received, Money refunded) {
        ChargeView changed = new ChargeView(
                charge.id(),
                charge.orderId(),
                charge.method(),
                status,
                charge.amount(),
                received,
                refunded,
                null,
                null);
        charges.put(charge.id(), changed);
        return changed;
    }
}
