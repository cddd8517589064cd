package io.giaovan.routingengine.dispatch.delivery;

import io.giaovan.contracts.delivery.DeliveryEvent;
import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.dispatch.Forecast;
import io.giaovan.routingengine.dispatch.StopRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what became of a delivery as an event for the others. */
final class DeliveryNews {
    private DeliveryNews() {}

    /** The parts of an event that only some states have. */
    private record Parts(
            @Nullable TimeWindow expected,
            @Nullable Integer stopsBefore,
            @Nullable Proof proof,
            @Nullable Money cash,
            @Nullable String courier,
            @Nullable FailureReason failure) {
        static final Parts NONE = new Parts(null, null, null, null, null, null);

        static Parts of(Forecast forecast) {
            return new Parts(forecast.expected(), forecast.stopsBefore(), null, null, null, null);
        }

        static Parts handedOver(StopRef stop, Proof proof, Money cash) {
            return new Parts(null, null, proof, cash, stop.route().courier().value(), null);
        }

        static Parts failed(FailureReason reason) {
            return new Parts(null, null, null, null, null, reason);
        }
    }

    /**
     * The event of one change.
     *
     * @param sequence the version that the delivery has after the change
     */
    static Event of(Delivery delivery, long sequence, Instant now) {
        Parts parts = switch (delivery.state()) {
            case DeliveryState.Requested _,
                    DeliveryState.Arrived _,
                    DeliveryState.Returned _,
                    DeliveryState.Cancelled _ -> Parts.NONE;
            case DeliveryState.Planned planned -> Parts.of(planned.forecast());
            case DeliveryState.OutForDelivery out -> Parts.of(out.forecast());
            case DeliveryState.Delivered done -> Parts.handedOver(done.stop(), done.proof(), done.cash());
            case DeliveryState.PartlyDelivered partly -> Parts.handedOver(partly.stop(), partly.proof(), partly.cash());
            case DeliveryState.RestReturned rest -> Parts.handedOver(rest.stop(), rest.proof(), rest.cash());
            case DeliveryState.AttemptFailed failed -> Parts.failed(failed.reason());
            case DeliveryState.Returning returning -> Parts.failed(returning.reason());
        };
        return new Event(
                delivery.id() + "-" + sequence,
                "/routing-engine",
                EventType.DELIVERY_CHANGED,
                delivery.id().value(),
                sequence,
                now,
                new DeliveryEvent(
                        delivery.id(),
                        delivery.request().merchantId(),
                        delivery.request().orderId(),
                        delivery.state().status(),
                        happenedAt(delivery.state(), now),
                        parts.expected(),
                        parts.stopsBefore(),
                        parts.proof(),
                        parts.cash(),
                        parts.courier(),
                        parts.failure(),
                        delivery.attempt(),
                        delivery.late()));
    }

    private static Instant happenedAt(DeliveryState state, Instant now) {
        return switch (state) {
            case DeliveryState.Requested _, DeliveryState.Planned _, DeliveryState.OutForDelivery _ -> now;
            case DeliveryState.Arrived arrived -> arrived.at();
            case DeliveryState.Delivered delivered -> delivered.at();
            case DeliveryState.PartlyDelivered partly -> partly.at();
            case DeliveryState.RestReturned rest -> rest.at();
            case DeliveryState.AttemptFailed failed -> failed.at();
            case DeliveryState.Returning returning -> returning.at();
            case DeliveryState.Returned returned -> returned.at();
            case DeliveryState.Cancelled cancelled -> cancelled.at();
        };
    }
}
