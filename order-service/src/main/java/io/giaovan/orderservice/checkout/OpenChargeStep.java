package io.giaovan.orderservice.checkout;

import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeRequest;
import io.giaovan.contracts.payment.PaymentDesk;
import io.giaovan.contracts.problem.ErrorCategory;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderState;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Purchase;
import io.giaovan.orderservice.order.Step;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Opens the charge of an order under the order's id as its key. It does so even for an order that was given up
 * meanwhile: a crash may have hidden that the charge is open, and only a known charge can be given up as well.
 */
@Singleton
final class OpenChargeStep implements OrderStep {
    /** How long after the promise cash at the door can still come: attempts on later days included. */
    private static final Duration CASH_OPEN = Duration.ofDays(14);

    private final PaymentDesk desk;
    private final Clock clock;

    OpenChargeStep(PaymentDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.OPEN_CHARGE;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        Purchase purchase = order.purchase();
        ChargeMethod method = switch (purchase.payment()) {
            case VIETQR -> ChargeMethod.VIETQR;
            case TELECOM -> ChargeMethod.CARRIER_BILLING;
            case CASH -> ChargeMethod.CASH;
            case MARKETPLACE ->
                throw new IllegalStateException("order " + order.id() + " is paid at its marketplace, not by us");
        };
        ChargeRequest request = new ChargeRequest(
                "order-" + order.id(),
                order.merchantId(),
                order.id(),
                purchase.total(),
                method,
                method == ChargeMethod.VIETQR ? CaptureMode.AUTOMATIC : CaptureMode.ON_PROOF,
                purchase.phone(),
                expiresAt(order));
        try {
            return List.of(new OrderEvent.ChargeChanged(desk.open(request), clock.instant()));
        } catch (ProblemException refused) {
            if (refused.code().category() != ErrorCategory.CALLER) {
                throw refused;
            }
            return List.of(new OrderEvent.ChargeRefused(refused.code().name(), clock.instant()));
        }
    }

    /** Cash has until long after the promise; a gateway that waits for cash does not look at the time anyway. */
    private static Instant expiresAt(Order order) {
        return order.state() instanceof OrderState.AwaitingPayment waiting
                ? waiting.payBy()
                : order.promise().window().end().plus(CASH_OPEN);
    }
}
