package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.paymentgateway.rail.PhoneVault;
import io.giaovan.paymentgateway.rail.Rail;
import io.giaovan.paymentgateway.rail.RailOrder;
import io.giaovan.paymentgateway.rail.Rails;
import io.giaovan.paymentgateway.rail.SealedPhone;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Which rail a charge goes over, and what that rail is told of it. */
@Singleton
final class ChargeOrders {
    private final Rails rails;
    private final PhoneVault vault;
    private final ChargeViews views;

    ChargeOrders(Rails rails, PhoneVault vault, ChargeViews views) {
        this.rails = rails;
        this.vault = vault;
        this.views = views;
    }

    Rail rail(Charge charge) {
        return rails.get(method(charge).rail());
    }

    static ChosenMethod method(Charge charge) {
        return Objects.requireNonNull(charge.method(), "a charge was sent without a way to pay");
    }

    RailOrder order(Charge charge) {
        SealedPhone phone = method(charge).phone();
        return new RailOrder(
                charge.id(),
                charge.merchantId(),
                charge.amount(),
                Objects.requireNonNullElse(charge.startedAttempt(), charge.id() + "_1"),
                charge.reference(),
                charge.authorization(),
                phone == null ? null : vault.open(phone),
                charge.capture() == CaptureMode.ON_PROOF,
                views.instructionsUrl(charge),
                Objects.requireNonNullElse(charge.startedAt(), charge.createdAt()),
                charge.expiresAt());
    }
}
