package io.giaovan.orderservice.shipment;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryRequest;
import io.giaovan.contracts.delivery.DoorChoice;
import io.giaovan.contracts.delivery.LastMile;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.problem.ErrorCategory;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.intake.SlotDesk;
import io.giaovan.orderservice.merchant.Merchant;
import io.giaovan.orderservice.merchant.Merchants;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderState;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Purchase;
import io.giaovan.orderservice.order.Step;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands a packed parcel to whoever brings it. The parcel's code is the key at the last mile and at parcel companies, so
 * that asking again changes nothing.
 */
@Singleton
final class RequestDeliveryStep implements OrderStep {
    private final LastMile lastMile;
    private final Merchants merchants;
    private final CarrierBookings bookings;
    private final Clock clock;

    RequestDeliveryStep(LastMile lastMile, Merchants merchants, CarrierBookings bookings, Clock clock) {
        this.lastMile = lastMile;
        this.merchants = merchants;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.REQUEST_DELIVERY;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        if (!(order.state() instanceof OrderState.Packed packed) || packed.withdrawal() != null) {
            return List.of();
        }
        Merchant merchant = merchants.get(order.merchantId());
        try {
            lastMile.request(request(order, packed.parcel(), merchant));
            return List.of();
        } catch (ProblemException refused) {
            if (SlotDesk.outOfReach(refused) && merchant.parcelCarriers()) {
                return bookings.book(order, packed.parcel(), merchant);
            }
            if (refused.code().category() != ErrorCategory.CALLER) {
                throw refused;
            }
            return List.of(new OrderEvent.DeliveryRefused(refused.code().name(), clock.instant()));
        }
    }

    private DeliveryRequest request(Order order, String parcel, Merchant merchant) {
        return new DeliveryRequest(
                new DeliveryId(parcel),
                order.merchantId(),
                order.id(),
                parcel,
                merchant.depot(),
                order.purchase().address(),
                order.purchase().buyer(),
                order.promise().window(),
                order.purchase().load(),
                cashToCollect(order),
                clock.instant(),
                order.promise().hold(),
                choice(order, merchant));
    }

    /**
     * What the buyer may decide at the door. A marketplace's order is taken whole, because the marketplace would not
     * know of a part.
     */
    private static @Nullable DoorChoice choice(Order order, Merchant merchant) {
        Purchase purchase = order.purchase();
        int pieces = purchase.lines().stream().mapToInt(OrderLine::quantity).sum();
        Money fee = merchant.handBackFee();
        boolean allowed = fee != null
                && fee.currency().equals(purchase.deliveryFee().currency())
                && purchase.chargedByUs()
                && !purchase.fromMarketplace()
                && pieces > 1;
        return fee != null && allowed ? new DoorChoice(purchase.lines(), purchase.deliveryFee(), fee) : null;
    }

    /** What the buyer owes at the door; nothing unless the order is paid in cash. */
    static Money cashToCollect(Order order) {
        Money total = order.purchase().total();
        return order.purchase().payment() == PaymentKind.CASH ? total : Money.zero(total.currency());
    }
}
