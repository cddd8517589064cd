package io.giaovan.orderservice.shipment;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.LastMile;
import io.giaovan.contracts.parcel.ParcelCarriers;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderState;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Step;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Asks whoever has the parcel to give it back before it leaves; only they know whether it is too late. */
@Singleton
final class WithdrawDeliveryStep implements OrderStep {
    private final LastMile lastMile;
    private final ParcelCarriers carriers;
    private final Shipments shipments;
    private final Clock clock;

    WithdrawDeliveryStep(LastMile lastMile, ParcelCarriers carriers, Shipments shipments, Clock clock) {
        this.lastMile = lastMile;
        this.carriers = carriers;
        this.shipments = shipments;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.WITHDRAW_DELIVERY;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        if (!(order.state() instanceof OrderState.Packed packed) || packed.withdrawal() == null) {
            return List.of();
        }
        Optional<Shipment> shipment = shipments.find(order.merchantId(), packed.parcel());
        try {
            if (shipment.isPresent()) {
                carriers.cancel(
                        order.merchantId(),
                        shipment.get().carrier(),
                        shipment.get().trackingCode());
            } else {
                lastMile.cancel(order.merchantId(), new DeliveryId(packed.parcel()));
            }
            return List.of(new OrderEvent.DeliveryWithdrawn(clock.instant()));
        } catch (ProblemException refused) {
            return switch (refused.code()) {
                case NOT_FOUND -> List.of(new OrderEvent.DeliveryWithdrawn(clock.instant()));
                case OUT_OF_SEQUENCE -> List.of(new OrderEvent.WithdrawalRefused(clock.instant()));
                default -> throw refused;
            };
        }
    }
}
