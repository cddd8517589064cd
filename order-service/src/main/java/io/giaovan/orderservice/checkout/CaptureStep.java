package io.giaovan.orderservice.checkout;

import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PaymentDesk;
import io.giaovan.contracts.problem.ErrorCategory;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.order.Handover;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderState;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Step;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the held money, or books the cash, with the proof of delivery; the gateway takes it once per proof. Of an order
 * that was handed over in part only what is due for that part is taken, and the gateway releases the rest.
 */
@Singleton
final class CaptureStep implements OrderStep {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureStep.class);

    private final PaymentDesk desk;
    private final Clock clock;

    CaptureStep(PaymentDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.CAPTURE;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        if (!(order.state() instanceof OrderState.Delivered delivered) || order.charge() == null) {
            LOG.error(
                    "order {} has nothing to capture: {}, charge {}",
                    order.id(),
                    order.status(),
                    order.charge() != null);
            return List.of();
        }
        ChargeView charge = order.charge();
        Handover handover = delivered.handover();
        Money due = order.part().map(PartAccepted::due).orElse(charge.amount());
        Money amount = Objects.requireNonNullElse(handover.cash(), due);
        CaptureRequest request =
                new CaptureRequest(amount.isPositive() ? amount : due, handover.proof(), handover.cashHolder());
        try {
            if (due.isZero()) {
                return informed(desk.cancel(order.merchantId(), charge.id(), "requested_by_customer"));
            }
            return informed(desk.capture(order.merchantId(), charge.id(), request));
        } catch (ProblemException refused) {
            if (refused.code().category() != ErrorCategory.CALLER) {
                throw refused;
            }
            LOG.error("order {} was handed over but its money is refused: {}", order.id(), refused.code());
            return desk.find(order.merchantId(), charge.id())
                    .map(this::informed)
                    .orElseThrow(() -> refused);
        }
    }

    private List<OrderEvent> informed(ChargeView charge) {
        return List.of(new OrderEvent.ChargeChanged(charge, clock.instant()));
    }
}
