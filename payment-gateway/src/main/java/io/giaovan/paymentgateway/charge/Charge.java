package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.ChargeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment intent with everything that happened to it.
 *
 * @param fingerprint digest of the request that opened it, so that a repeated key with another request is found
 * @param capture when the money is taken
 * @param method how the buyer pays, once chosen
 * @param reference the provider's id, once it gave one
 * @param authorization what a one-time password belongs to, if one is asked for
 * @param startedAttempt id of the attempt that began at the provider, once there was one
 * @param startedAt when that was
 * @param expiresAt when the buyer's time ends
 * @param attempts how many attempts were made
 * @param movements money that moved, oldest first
 * @param refunds oldest first, at most {@value #REFUNDS_MAX}
 * @param endedAt when it reached its end, or null before
 * @param version of the stored document
 */
public record Charge(
        ChargeId id,
        MerchantId merchantId,
        String fingerprint,
        Money amount,
        CaptureMode capture,
        ChargeState state,
        @Nullable ChosenMethod method,
        Particulars particulars,
        @Nullable String reference,
        @Nullable String authorization,
        @Nullable String startedAttempt,
        @Nullable Instant startedAt,
        Instant expiresAt,
        int attempts,
        List<Movement> movements,
        List<Refund> refunds,
        Instant createdAt,
        @Nullable Instant endedAt,
        long version) {
    public static final int REFUNDS_MAX = 100;
    public static final int MOVEMENTS_MAX = 500;

    public Charge {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount: " + amount.amount() + " is not above 0");
        }
        movements = List.copyOf(movements);
        refunds = List.copyOf(refunds);
    }

    /** What became the seller's. */
    public Money received() {
        return sum(Movement.Kind.CAPTURED);
    }

    /** What the provider holds and a capture would take. */
    public Money capturable() {
        return state instanceof ChargeState.RequiresCapture && capture == CaptureMode.ON_PROOF
                ? amount
                : Money.zero(amount.currency());
    }

    /** What came in by transfer so far, whether or not it was enough. */
    public Money transferred() {
        return sum(Movement.Kind.RECEIVED).plus(sum(Movement.Kind.MATCHED));
    }

    /** What was or is being given back. */
    public Money refunded() {
        return refunds.stream()
                .filter(refund -> refund.status() != Refund.Status.FAILED)
                .map(Refund::amount)
                .reduce(Money.zero(amount.currency()), Money::plus);
    }

    public Money refundable() {
        return received().minus(refunded());
    }

    public boolean hasMovement(String movementId) {
        return movements.stream().anyMatch(movement -> movement.id().equals(movementId));
    }

    public Optional<Refund> refund(String refundId) {
        return refunds.stream().filter(refund -> refund.id().equals(refundId)).findFirst();
    }

    public boolean hasPendingRefund() {
        return refunds.stream().anyMatch(refund -> refund.status() == Refund.Status.PENDING);
    }

    private Money sum(Movement.Kind kind) {
        return movements.stream()
                .filter(movement -> movement.kind() == kind)
                .map(Movement::amount)
                .reduce(Money.zero(amount.currency()), Money::plus);
    }

    public Charge with(ChargeState other) {
        return new Charge(
                id,
                merchantId,
                fingerprint,
                amount,
                capture,
                other,
                method,
                particulars,
                reference,
                authorization,
                startedAttempt,
                startedAt,
                expiresAt,
                attempts,
                movements,
                refunds,
                createdAt,
                endedAt,
                version);
    }

    Charge withAttempt(int count, @Nullable String started, @Nullable Instant at) {
        return new Charge(
                id,
                merchantId,
                fingerprint,
                amount,
                capture,
                state,
                method,
                particulars,
                reference,
                authorization,
                started,
                at,
                expiresAt,
                count,
                movements,
                refunds,
                createdAt,
                endedAt,
                version);
    }

    Charge withProvider(@Nullable String otherReference, @Nullable String otherAuthorization) {
        return new Charge(
                id,
                merchantId,
                fingerprint,
                amount,
                capture,
                state,
                method,
                particulars,
                otherReference,
                otherAuthorization,
                startedAttempt,
                startedAt,
                expiresAt,
                attempts,
                movements,
                refunds,
                createdAt,
                endedAt,
                version);
    }

    Charge plus(Movement movement) {
        List<Movement> more = new ArrayList<>(movements);
        more.add(movement);
        return new Charge(
                id,
                merchantId,
                fingerprint,
                amount,
                capture,
                state,
                method,
                particulars,
                reference,
                authorization,
                startedAttempt,
                startedAt,
                expiresAt,
                attempts,
                more,
                refunds,
                createdAt,
                endedAt,
                version);
    }

    Charge withRefund(Refund changed) {
        List<Refund> others = new ArrayList<>(refunds);
        int at = -1;
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).id().equals(changed.id())) {
                at = i;
            }
        }
        if (at < 0) {
            others.add(changed);
        } else {
            others.set(at, changed);
        }
        return new Charge(
                id,
                merchantId,
                fingerprint,
                amount,
                capture,
                state,
                method,
                particulars,
                reference,
                authorization,
                startedAttempt,
                startedAt,
                expiresAt,
                attempts,
                movements,
                others,
                createdAt,
                endedAt,
                version);
    }

    Charge withVersion(long other) {
        return new Charge(
                id,
                merchantId,
                fingerprint,
                amount,
                capture,
                state,
                method,
                particulars,
                reference,
                authorization,
                startedAttempt,
                startedAt,
                expiresAt,
                attempts,
                movements,
                refunds,
                createdAt,
                endedAt,
                other);
    }

    Charge endedAt(Instant at) {
        return new Charge(
                id,
                merchantId,
                fingerprint,
                amount,
                capture,
                state,
                method,
                particulars,
                reference,
                authorization,
                startedAttempt,
                startedAt,
                expiresAt,
                attempts,
                movements,
                refunds,
                createdAt,
                at,
                version);
    }

    Charge withOrder(
            Money otherAmount,
            CaptureMode otherCapture,
            @Nullable ChosenMethod otherMethod,
            Particulars otherParticulars) {
        return new Charge(
                id,
                merchantId,
                fingerprint,
                otherAmount,
                otherCapture,
                state,
                otherMethod,
                otherParticulars,
                reference,
                authorization,
                startedAttempt,
                startedAt,
                expiresAt,
                attempts,
                movements,
                refunds,
                createdAt,
                endedAt,
                version);
    }
}
