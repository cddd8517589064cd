package io.giaovan.orderservice.checkout;

import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeStatus;
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

/** Gives back what a buyer who kept only a part had paid at checkout beyond what is due for it; once. */
@Singleton
final class GivePartBackStep implements OrderStep {
    private final PaymentDesk desk;
    private final Clock clock;

    GivePartBackStep(PaymentDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.GIVE_PART_BACK;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        ChargeView known = order.charge();
        if (known == null || order.part().isEmpty()) {
            return List.of();
        }
        PartAccepted part = order.part().get();
        ChargeView charge = desk.find(order.merchantId(), known.id())
                .orElseThrow(
                        () -> ProblemException.notFound("charge", known.id().value()));
        Money beyond = charge.received().minus(charge.refunded()).minus(part.due());
        if (charge.status() != ChargeStatus.SUCCEEDED || !beyond.isPositive()) {
            return List.of(new OrderEvent.ChargeChanged(charge, clock.instant()));
        }
        ChargeView now = desk.refund(
                order.merchantId(),
                charge.id(),
                new RefundRequest("order-" + order.id() + "-handed-back", beyond, "requested_by_customer"));
        return List.of(new OrderEvent.ChargeChanged(now, clock.instant()));
    }
}
