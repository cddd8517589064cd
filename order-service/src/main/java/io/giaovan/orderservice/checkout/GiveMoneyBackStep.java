package io.giaovan.orderservice.checkout;

import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PaymentDesk;
import io.giaovan.contracts.payment.RefundRequest;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Step;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Gives up the charge of an order that ended without a buyer, or gives the money back that was taken for it. */
@Singleton
final class GiveMoneyBackStep implements OrderStep {
    private final PaymentDesk desk;
    private final Clock clock;

    GiveMoneyBackStep(PaymentDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.GIVE_MONEY_BACK;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        ChargeView known = order.charge();
        if (known == null) {
            return List.of();
        }
        ChargeView charge = desk.find(order.merchantId(), known.id())
                .orElseThrow(
                        () -> ProblemException.notFound("charge", known.id().value()));
        ChargeView now = switch (charge.status()) {
            case REQUIRES_ACTION, PROCESSING, AUTHORISED, FAILED ->
                desk.cancel(order.merchantId(), charge.id(), "requested_by_customer");
            case SUCCEEDED ->
                charge.refunded().compareTo(charge.received()) < 0
                        ? desk.refund(order.merchantId(), charge.id(), everything(order, charge))
                        : charge;
            case CANCELED -> charge;
        };
        return List.of(new OrderEvent.ChargeChanged(now, clock.instant()));
    }

    private static RefundRequest everything(Order order, ChargeView charge) {
        return new RefundRequest(
                "order-" + order.id() + "-back-after-" + charge.refunded().amount(),
                charge.received().minus(charge.refunded()),
                "requested_by_customer");
    }
}
