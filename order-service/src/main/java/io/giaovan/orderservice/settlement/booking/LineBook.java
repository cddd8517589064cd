package io.giaovan.orderservice.settlement.booking;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderState.AwaitingPayment;
import io.giaovan.orderservice.order.OrderState.Cancelled;
import io.giaovan.orderservice.order.OrderState.Delivered;
import io.giaovan.orderservice.order.OrderState.OutForDelivery;
import io.giaovan.orderservice.order.OrderState.Packed;
import io.giaovan.orderservice.order.OrderState.Received;
import io.giaovan.orderservice.order.OrderState.Returned;
import io.giaovan.orderservice.order.OrderState.Returning;
import io.giaovan.orderservice.order.Orders;
import io.giaovan.orderservice.settlement.SettlementSettings;
import io.giaovan.orderservice.shipment.Shipments;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Books ended orders, each once. The lines of a delivered order wait until the gateway has the buyer's money, because
 * nothing can be paid to the seller before: bank transfers and phone accounts when captured, cash when it is booked with
 * the proof of delivery. Safe for concurrent use.
 */
@Singleton
public final class LineBook {
    private final Bookings bookings;
    private final Orders orders;
    private final Shipments shipments;
    private final Fees fees;
    private final Clock clock;

    public LineBook(Bookings bookings, Orders orders, Shipments shipments, SettlementSettings settings, Clock clock) {
        this.bookings = bookings;
        this.orders = orders;
        this.shipments = shipments;
        this.fees = new Fees(settings);
        this.clock = clock;
    }

    /**
     * Books an order that ended; once it has lines, booking it again changes nothing.
     *
     * @param charge the charge as it is known now
     */
    public void book(Order order, @Nullable ChargeView charge) {
        Optional<Money> taken = taken(order, charge);
        if (taken.isEmpty()) {
            bookings.add(booking(order, order.id().value(), false, List.of(), zero(order)));
            return;
        }
        Booking ready = booking(order, order.id().value(), true, lines(order, taken.get()), taken.get());
        if (!bookings.add(ready)) {
            bookings.arrive(ready);
        }
    }

    /**
     * Takes note that the charge of an order changed. Money that moves after the order was booked becomes a correction.
     *
     * @param sequence number of the news among the news of the charge
     */
    public void chargeChanged(Order order, ChargeView charge, long sequence) {
        Optional<Booking> known = bookings.find(order.merchantId(), order.id().value());
        if (known.isEmpty()) {
            return;
        }
        if (!known.get().ready()) {
            book(order, charge);
        } else if (order.state() instanceof Delivered && charge.status() == ChargeStatus.SUCCEEDED) {
            correct(order, charge, sequence);
        }
    }

    /** Looks at every order that waits for its money. */
    public void bookArrived() {
        for (Booking waiting : bookings.listWaiting()) {
            MerchantId merchantId = waiting.key().merchantId();
            orders.find(merchantId, waiting.orderId())
                    .filter(order -> taken(order, order.charge()).isPresent())
                    .ifPresent(order -> book(order, order.charge()));
        }
    }

    private void correct(Order order, ChargeView charge, long sequence) {
        String id = order.id() + "|" + sequence;
        Money counted = bookings.listOfOrder(order.merchantId(), order.id()).stream()
                .filter(booking -> !booking.id().equals(id))
                .map(Booking::taken)
                .reduce(zero(order), Money::plus);
        Money difference = charge.received().minus(charge.refunded()).minus(counted);
        if (!difference.isZero()) {
            StatementLine line = difference.isNegative()
                    ? new StatementLine(
                            order.id(),
                            LineKind.REFUND,
                            difference,
                            new Reason(
                                    "Hoàn tiền cho người mua sau khi giao", "Given back to the buyer after delivery"))
                    : new StatementLine(
                            order.id(),
                            LineKind.PAYMENT_DIFFERENCE,
                            difference,
                            new Reason("Tiền của người mua về sau khi giao", "Money of the buyer came after delivery"));
            bookings.add(booking(order, id, true, List.of(line), difference));
        }
    }

    /** The buyer's money that is the seller's now; empty while the gateway may still get it. */
    private static Optional<Money> taken(Order order, @Nullable ChargeView charge) {
        return switch (order.state()) {
            case Returned _ -> Optional.of(zero(order));
            case Delivered _ -> {
                if (!order.purchase().chargedByUs()) {
                    yield Optional.of(zero(order));
                }
                if (charge == null) {
                    yield Optional.empty();
                }
                yield switch (charge.status()) {
                    case SUCCEEDED -> takenFor(order, charge);
                    case FAILED, CANCELED -> Optional.of(zero(order));
                    case REQUIRES_ACTION, PROCESSING, AUTHORISED -> Optional.empty();
                };
            }
            case AwaitingPayment _, Received _, Packed _, OutForDelivery _, Returning _, Cancelled _ ->
                throw new IllegalStateException(
                        "order " + order.id() + " is " + order.status() + " and cannot be booked");
        };
    }

    /** What was paid at checkout for pieces that were handed back is not the seller's; it is on its way to the buyer. */
    private static Optional<Money> takenFor(Order order, ChargeView charge) {
        Money held = charge.received().minus(charge.refunded());
        boolean partBackIsDue = order.purchase().payment() == PaymentKind.VIETQR
                && order.part().isPresent()
                && charge.refunded().isZero()
                && held.compareTo(order.part().get().due()) > 0;
        return partBackIsDue ? Optional.empty() : Optional.of(held);
    }

    private List<StatementLine> lines(Order order, Money taken) {
        String parcel = order.state().parcelCode();
        boolean byCarrier =
                parcel != null && shipments.find(order.merchantId(), parcel).isPresent();
        return order.state() instanceof Returned
                ? fees.returned(order, byCarrier)
                : fees.delivered(order, taken, byCarrier);
    }

    private Booking booking(Order order, String id, boolean ready, List<StatementLine> lines, Money taken) {
        OrderId orderId = order.id();
        AccountKey key = new AccountKey(order.merchantId(), taken.currency());
        return new Booking(id, key, orderId, ready, lines, taken, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Money zero(Order order) {
        return Money.zero(order.purchase().total().currency());
    }
}
