package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.limit.Claimed;
import io.giaovan.paymentgateway.limit.LimitAnswer;
import io.giaovan.paymentgateway.limit.SubscriberLimits;
import io.giaovan.paymentgateway.rail.RailAnswer;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/**
 * Reserves a share of the payer's monthly limit for a charge before its provider is called, and settles it when it is
 * known what was taken. Doing either again changes nothing.
 */
@Singleton
final class PayerLimits {
    private static final String EXCEEDED = "subscriber_limit_exceeded";

    private final SubscriberLimits limits;

    PayerLimits(SubscriberLimits limits) {
        this.limits = limits;
    }

    /** Reserves; a refusal when the limit is reached. A charge without a phone account has no limit. */
    Optional<RailAnswer.Refused> reserve(Charge charge) {
        return claimed(charge).flatMap(claimed -> switch (limits.reserve(claimed)) {
            case LimitAnswer.Granted _ -> Optional.empty();
            case LimitAnswer.Exceeded exceeded -> Optional.of(new RailAnswer.Refused(EXCEEDED, exceeded.message()));
        });
    }

    /** Gives back what a charge that is over, or failed, did not take. */
    void settle(Charge charge) {
        Optional<Money> taken = switch (charge.state()) {
            case ChargeState.RequiresPaymentMethod _, ChargeState.Canceled _ ->
                Optional.of(Money.zero(charge.amount().currency()));
            case ChargeState.Succeeded _ -> Optional.of(charge.received());
            case ChargeState.RequiresConfirmation _,
                    ChargeState.RequiresAction _,
                    ChargeState.AwaitingCash _,
                    ChargeState.RequiresCapture _,
                    ChargeState.InFlight _ -> Optional.empty();
        };
        taken.ifPresent(amount -> claimed(charge).ifPresent(claimed -> limits.settle(claimed, amount)));
    }

    private static Optional<Claimed> claimed(Charge charge) {
        ChosenMethod method = charge.method();
        if (method == null || method.phone() == null || charge.startedAttempt() == null) {
            return Optional.empty();
        }
        return Optional.of(new Claimed(
                charge.startedAttempt(),
                method.rail(),
                method.phone().index(),
                charge.merchantId(),
                charge.amount(),
                Objects.requireNonNullElse(charge.startedAt(), charge.createdAt())));
    }
}
