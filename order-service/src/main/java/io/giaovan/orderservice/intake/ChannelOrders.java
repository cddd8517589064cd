package io.giaovan.orderservice.intake;

import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.IncomingOrder;
import io.giaovan.contracts.order.IntakeOutcome;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.order.OrderIntake;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.problem.ErrorCategory;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.orderservice.merchant.Merchant;
import io.giaovan.orderservice.merchant.Merchants;
import io.giaovan.orderservice.order.Cancellation;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderBook;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderState;
import io.giaovan.orderservice.order.Orders;
import io.giaovan.orderservice.order.Outcome;
import io.giaovan.orderservice.order.Promise;
import io.giaovan.orderservice.order.Purchase;
import io.giaovan.orderservice.stock.ParcelSize;
import io.giaovan.orderservice.stock.Stock;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes the orders of marketplaces. Goods and slot are reserved before the order is placed, under its id and for a while
 * only, so a crash in between leaves nothing behind. Safe for concurrent use.
 */
@Singleton
final class ChannelOrders implements OrderIntake {
    /** How long goods and slot stay reserved for an order that is being placed. */
    private static final Duration PLACING = Duration.ofMinutes(10);

    private final Merchants merchants;
    private final Stock stock;
    private final Orders orders;
    private final OrderBook book;
    private final SlotDesk slots;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ChannelOrders(Merchants merchants, Stock stock, Orders orders, OrderBook book, SlotDesk slots, Clock clock) {
        this.merchants = merchants;
        this.stock = stock;
        this.orders = orders;
        this.book = book;
        this.slots = slots;
        this.clock = clock;
    }

    @Override
    public IntakeOutcome accept(IncomingOrder incoming) {
        OrderId id = OrderIds.ofChannel(incoming.channel(), incoming.externalId());
        if (orders.find(incoming.merchantId(), id).isPresent()) {
            return already(id);
        }
        if (incoming.payment() != PaymentKind.MARKETPLACE && incoming.payment() != PaymentKind.CASH) {
            return IntakeOutcome.refused(
                    ErrorCode.INVALID_FIELD.name(),
                    "payment: " + incoming.payment()
                            + " is not MARKETPLACE or CASH, the ways a marketplace's buyer pays");
        }
        try {
            return place(id, incoming);
        } catch (ProblemException refused) {
            if (refused.code().category() != ErrorCategory.CALLER) {
                throw refused;
            }
            return IntakeOutcome.refused(refused.code().name(), String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public IntakeOutcome cancel(MerchantId merchantId, String channel, String externalId, String reason) {
        OrderId id = OrderIds.ofChannel(channel, externalId);
        Optional<Order> found = orders.find(merchantId, id);
        if (found.isEmpty()) {
            return IntakeOutcome.refused(ErrorCode.NOT_FOUND.name(), "There is no order " + externalId);
        }
        Cancellation wish = new Cancellation(Cancellation.By.CHANNEL, shortened(reason));
        Outcome<Order> outcome = book.tell(merchantId, id, new OrderEvent.CancelAsked(wish, clock.instant()));
        if (outcome instanceof Outcome.Refused<Order>(var code, var detail)) {
            return IntakeOutcome.refused(code.name(), detail);
        }
        OrderState state = book.settle(merchantId, id).state();
        if (state instanceof OrderState.Packed packed && packed.withdrawal() != null) {
            throw new ProblemException(
                    ErrorCode.UNAVAILABLE,
                    "The last mile has yet to say whether order " + externalId + " can be stopped");
        }
        return state instanceof OrderState.Cancelled
                ? new IntakeOutcome(IntakeOutcome.Kind.CANCELLED, id, null, null)
                : IntakeOutcome.refused(
                        ErrorCode.OUT_OF_SEQUENCE.name(),
                        "The order is " + state.status() + " and can no longer be stopped");
    }

    private IntakeOutcome place(OrderId id, IncomingOrder incoming) {
        Merchant merchant = merchants.get(incoming.merchantId());
        Purchase purchase = purchase(incoming);
        stock.holdOrRefuse(
                merchant.id(), id, purchase.quantities(), clock.instant().plus(PLACING));
        Order order = Order.placed(
                id,
                merchant.id(),
                purchase,
                promise(id, merchant, purchase, incoming),
                Secrets.newKey("", random),
                null,
                clock.instant());
        if (book.place(order)) {
            return new IntakeOutcome(IntakeOutcome.Kind.ACCEPTED, id, null, null);
        }
        if (orders.find(merchant.id(), id).isEmpty()) {
            throw ProblemException.invalid("externalId", incoming.externalId(), "is the order of another seller");
        }
        return already(id);
    }

    private Promise promise(OrderId id, Merchant merchant, Purchase purchase, IncomingOrder incoming) {
        try {
            return slots.holdFirst(merchant, purchase.address(), purchase.load(), incoming.window(), id, PLACING);
        } catch (ProblemException refused) {
            if (SlotDesk.outOfReach(refused) && merchant.parcelCarriers()) {
                return new Promise(incoming.window() == null ? slots.carrierWindow() : incoming.window(), null, true);
            }
            stock.release(merchant.id(), id, purchase.quantities());
            throw refused;
        }
    }

    private Purchase purchase(IncomingOrder incoming) {
        ParcelLoad load = ParcelSize.of(stock, incoming.merchantId(), incoming.lines());
        return new Purchase(
                incoming.channel(),
                incoming.externalId(),
                incoming.lines(),
                incoming.buyer(),
                incoming.address(),
                incoming.payment(),
                null,
                Money.zero(incoming.total().currency()),
                load,
                incoming.placedAt());
    }

    private static IntakeOutcome already(OrderId id) {
        return new IntakeOutcome(IntakeOutcome.Kind.ALREADY_ACCEPTED, id, null, null);
    }

    private static String shortened(String reason) {
        String given = reason.isBlank() ? "cancelled by the marketplace" : reason;
        return given.substring(0, Math.min(Cancellation.REASON_LENGTH_MAX, given.length()));
    }
}
