package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.NextAction;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresAction;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresPaymentMethod;
import io.giaovan.paymentgateway.rail.NextStep;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.Rails;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Shows a charge in the contract's words. */
@Singleton
public final class ChargeViews {
    private final Rails rails;
    private final RailAddresses addresses;
    private final ClientSecrets secrets;

    ChargeViews(Rails rails, RailAddresses addresses, ClientSecrets secrets) {
        this.rails = rails;
        this.addresses = addresses;
        this.secrets = secrets;
    }

    public ChargeView view(Charge charge) {
        ChosenMethod method = charge.method();
        return new ChargeView(
                charge.id(),
                new OrderId(charge.particulars().orderId()),
                method == null ? ChargeMethod.VIETQR : rails.get(method.rail()).method(),
                charge.state().status(),
                charge.amount(),
                charge.received(),
                charge.refunded(),
                charge.state() instanceof RequiresAction action ? nextAction(charge, action.next()) : null,
                failureCode(charge));
    }

    private NextAction nextAction(Charge charge, NextStep next) {
        return new NextAction(next.type(), next.facts().get("data"), instructionsUrl(charge), next.expiresAt());
    }

    /** The page that shows a buyer what to do. */
    public String instructionsUrl(Charge charge) {
        return addresses.publicAddress("/pay/" + charge.id() + "?secret=" + secrets.of(charge.id()));
    }

    private static @Nullable String failureCode(Charge charge) {
        return charge.state() instanceof RequiresPaymentMethod(Failure failure) && failure != null
                ? failure.code()
                : null;
    }
}
