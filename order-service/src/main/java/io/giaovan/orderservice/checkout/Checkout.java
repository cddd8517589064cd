package io.giaovan.orderservice.checkout;

import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.delivery.SlotOffer;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PaymentDesk;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.edge.access.Secrets;
import io.giaovan.orderservice.intake.OrderIds;
import io.giaovan.orderservice.intake.SlotDesk;
import io.giaovan.orderservice.merchant.Merchant;
import io.giaovan.orderservice.merchant.Merchants;
import io.giaovan.orderservice.order.Cancellation;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderBook;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.Orders;
import io.giaovan.orderservice.order.Promise;
import io.giaovan.orderservice.order.Purchase;
import io.giaovan.orderservice.stock.ParcelSize;
import io.giaovan.orderservice.stock.Stock;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sells for partner shops. Goods and slot are held under the order's id, which derives from the shop's key, before the
 * order is placed; what a crash leaves behind lapses by itself. Safe for concurrent use.
 */
@Singleton
final class Checkout {
    private final Merchants merchants;
    private final Stock stock;
    private final Orders orders;
    private final OrderBook book;
    private final SlotDesk slots;
    private final PaymentDesk desk;
    private final CheckoutSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Checkout(
            Merchants merchants,
            Stock stock,
            Orders orders,
            OrderBook book,
            SlotDesk slots,
            PaymentDesk desk,
            CheckoutSettings settings,
            Clock clock) {
        this.merchants = merchants;
        this.stock = stock;
        this.orders = orders;
        this.book = book;
        this.slots = slots;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a delivery would cost and when it could arrive.
     *
     * @param byCarrier true when a parcel company brings it, without slots, in the window given
     * @param window the window when there are no slots to choose from, else null
     */
    record Quote(
            Money goods,
            Money deliveryFee,
            List<SlotOffer> slots,
            boolean byCarrier,
            @Nullable TimeWindow window) {}

    /** @throws ProblemException OUTSIDE_MAP or UNREACHABLE when nobody brings it there */
    Quote quote(MerchantId merchantId, List<OrderLine> lines, Address address) {
        Merchant merchant = merchants.get(merchantId);
        ParcelLoad load = ParcelSize.of(stock, merchantId, lines);
        Money goods = lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
        try {
            List<SlotOffer> offers = slots.offers(merchant, address, load);
            return new Quote(goods, new Money(settings.deliveryFee(), goods.currency()), offers, false, null);
        } catch (ProblemException refused) {
            if (SlotDesk.outOfReach(refused) && merchant.parcelCarriers()) {
                Money fee = new Money(settings.carrierFee(), goods.currency());
                return new Quote(goods, fee, List.of(), true, slots.carrierWindow());
            }
            throw refused;
        }
    }

    /** Places an order, once per key; the same key again answers with the order as it stands. */
    Order place(MerchantId merchantId, String key, CheckoutOrder asked) {
        OrderId id = OrderIds.ofShop(merchantId, key);
        return orders.find(merchantId, id).orElseGet(() -> fresh(id, merchants.get(merchantId), asked));
    }

    Order get(MerchantId merchantId, OrderId orderId) {
        return orders.get(merchantId, orderId);
    }

    /** Hands the one-time password on to the telecom; it is kept nowhere. */
    Order enterOneTimePassword(MerchantId merchantId, OrderId orderId, String password) {
        Order order = orders.get(merchantId, orderId);
        ChargeView charge = order.charge();
        if (order.purchase().payment() != PaymentKind.TELECOM || charge == null) {
            throw new ProblemException(
                    ErrorCode.OUT_OF_SEQUENCE, "Order " + orderId + " waits for no one-time password");
        }
        ChargeView now = desk.enterOneTimePassword(merchantId, charge.id(), password);
        return book.tellOrThrow(merchantId, orderId, new OrderEvent.ChargeChanged(now, clock.instant()));
    }

    Order cancel(MerchantId merchantId, OrderId orderId, String reason) {
        Cancellation wish = new Cancellation(Cancellation.By.BUYER, reason);
        book.tellOrThrow(merchantId, orderId, new OrderEvent.CancelAsked(wish, clock.instant()));
        return book.settle(merchantId, orderId);
    }

    private Order fresh(OrderId id, Merchant merchant, CheckoutOrder asked) {
        Instant now = clock.instant();
        Instant payBy = now.plus(settings.payWithin());
        ParcelLoad load = ParcelSize.of(stock, merchant.id(), asked.lines());
        boolean own = asked.slotId() != null;
        Purchase purchase = new Purchase(
                Purchase.SHOP,
                null,
                asked.lines(),
                asked.buyer(),
                asked.address(),
                asked.payment(),
                asked.payer(),
                new Money(
                        own ? settings.deliveryFee() : settings.carrierFee(),
                        asked.lines().getFirst().unitPrice().currency()),
                load,
                now);
        stock.holdOrRefuse(merchant.id(), id, purchase.quantities(), payBy);
        Promise promise = promised(id, merchant, purchase, asked.slotId());
        boolean paidLater = asked.payment() == PaymentKind.CASH || !purchase.chargedByUs();
        Order order = Order.placed(
                id, merchant.id(), purchase, promise, Secrets.newKey("", random), paidLater ? null : payBy, now);
        book.place(order);
        return book.settle(merchant.id(), id);
    }

    private Promise promised(OrderId id, Merchant merchant, Purchase purchase, @Nullable String slotId) {
        boolean promised = false;
        try {
            Promise promise = slotId == null
                    ? byCarrier(merchant, purchase)
                    : slots.hold(merchant, purchase.address(), purchase.load(), slotId, id, settings.payWithin());
            promised = true;
            return promise;
        } finally {
            if (!promised) {
                stock.release(merchant.id(), id, purchase.quantities());
            }
        }
    }

    private Promise byCarrier(Merchant merchant, Purchase purchase) {
        Quote quote = quote(merchant.id(), purchase.lines(), purchase.address());
        if (!quote.byCarrier() || quote.window() == null) {
            throw ProblemException.invalid("slotId", "null", "must be given: our own couriers go there");
        }
        return new Promise(quote.window(), null, true);
    }
}
