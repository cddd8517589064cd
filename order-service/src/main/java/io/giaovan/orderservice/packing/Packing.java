package io.giaovan.orderservice.packing;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.merchant.Merchant;
import io.giaovan.orderservice.merchant.Merchants;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderAction;
import io.giaovan.orderservice.order.OrderBook;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.Orders;
import io.giaovan.orderservice.order.Purchase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Puts the goods of an order into a parcel. The parcel is kept first and the order is told second, so after a crash
 * between the two the same parcel is found again. Safe for concurrent use.
 */
@Singleton
public final class Packing {
    private final Orders orders;
    private final OrderBook book;
    private final Merchants merchants;
    private final Parcels parcels;
    private final Clock clock;
    private final RandomGenerator random;

    @Inject
    Packing(Orders orders, OrderBook book, Merchants merchants, Parcels parcels, Clock clock) {
        this(orders, book, merchants, parcels, clock, new SecureRandom());
    }

    Packing(Orders orders, OrderBook book, Merchants merchants, Parcels parcels, Clock clock, RandomGenerator random) {
        this.orders = orders;
        this.book = book;
        this.merchants = merchants;
        this.parcels = parcels;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Packs an order; packing it again answers with the parcel it has.
     *
     * @throws ProblemException NOT_FOUND, or OUT_OF_SEQUENCE when the order cannot be packed now
     */
    public Parcel pack(MerchantId merchantId, OrderId orderId) {
        Order order = orders.get(merchantId, orderId);
        if (order.state().parcelCode() == null && !order.allowedActions().contains(OrderAction.PACK)) {
            throw new ProblemException(
                    ErrorCode.OUT_OF_SEQUENCE,
                    "Order " + orderId + " is " + order.status() + "; only a RECEIVED order can be packed");
        }
        Parcel parcel = parcels.keep(merchantId, orderId, () -> closed(order, merchants.get(merchantId)));
        book.tellOrThrow(
                merchantId, orderId, new OrderEvent.Packed(parcel.code().value(), parcel.packedAt()));
        return parcel;
    }

    /** Packs many, each on its own: one that cannot be packed does not stop the others. */
    public List<Packed> packAll(MerchantId merchantId, List<OrderId> orderIds) {
        if (orderIds.isEmpty() || orderIds.size() > Parcels.BATCH_MAX) {
            throw ProblemException.invalid(
                    "orderIds", orderIds.size() + " orders", "is not 1 to " + Parcels.BATCH_MAX + " orders");
        }
        return orderIds.stream()
                .distinct()
                .map(orderId -> packed(merchantId, orderId))
                .toList();
    }

    /** What became of one order of many. */
    public sealed interface Packed {
        OrderId orderId();

        /** It is in this parcel. */
        record Done(OrderId orderId, Parcel parcel) implements Packed {}

        /** It could not be packed. */
        record NotDone(OrderId orderId, ErrorCode code, String detail) implements Packed {}
    }

    private Packed packed(MerchantId merchantId, OrderId orderId) {
        try {
            return new Packed.Done(orderId, pack(merchantId, orderId));
        } catch (ProblemException refused) {
            return new Packed.NotDone(orderId, refused.code(), String.valueOf(refused.getMessage()));
        }
    }

    private Parcel closed(Order order, Merchant merchant) {
        Purchase purchase = order.purchase();
        return new Parcel(
                ParcelCode.random(random),
                order.merchantId(),
                order.id(),
                Objects.requireNonNullElse(purchase.externalId(), order.id().value()),
                merchant.depot(),
                merchant.name(),
                purchase.payment() == PaymentKind.CASH
                        ? purchase.total()
                        : Money.zero(purchase.total().currency()),
                order.promise().window(),
                purchase.load(),
                clock.instant());
    }
}
