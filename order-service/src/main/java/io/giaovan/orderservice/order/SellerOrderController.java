package io.giaovan.orderservice.order;

import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.orderservice.access.Callers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The seller's own orders. */
@Controller("/seller/v1/orders")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SellerOrderController {
    private static final int PAGE_USUAL = 50;

    private final Orders orders;
    private final OrderBook book;
    private final Callers callers;
    private final Clock clock;

    SellerOrderController(Orders orders, OrderBook book, Callers callers, Clock clock) {
        this.orders = orders;
        this.book = book;
        this.callers = callers;
        this.clock = clock;
    }

    record OrderRow(
            String orderId,
            String channel,
            @Nullable String externalId,
            OrderStatus status,
            String payment,
            Money total,
            TimeWindow window,
            Instant placedAt,
            @Nullable String parcelCode,
            boolean late,
            List<OrderAction> allowedActions) {
        static OrderRow of(Order order) {
            return new OrderRow(
                    order.id().value(),
                    order.purchase().channel(),
                    order.purchase().externalId(),
                    order.status(),
                    order.purchase().payment().name(),
                    order.purchase().total(),
                    order.promise().window(),
                    order.purchase().placedAt(),
                    order.state().parcelCode(),
                    order.late(),
                    order.allowedActions());
        }
    }

    record OrderRows(List<OrderRow> orders, @Nullable String next) {}

    record MaskedBuyer(String name, String phone, String ward, String province) {}

    record OrderDetail(
            String orderId,
            String channel,
            @Nullable String externalId,
            OrderStatus status,
            String payment,
            @Nullable String paymentStatus,
            Money goods,
            Money deliveryFee,
            Money total,
            TimeWindow window,
            boolean standardWindow,
            Instant placedAt,
            @Nullable String parcelCode,
            boolean late,
            List<OrderAction> allowedActions,
            List<OrderLine> lines,
            @Nullable PartAccepted part,
            MaskedBuyer buyer,
            List<TimelineEntry> timeline) {}

    record CancelRequest(String reason) {}

    @Get
    OrderRows list(
            HttpRequest<?> request,
            @Nullable @QueryValue String status,
            @Nullable @QueryValue String limit,
            @Nullable @QueryValue String cursor) {
        MerchantId merchantId = callers.seller(request);
        OrderPage page = orders.list(merchantId, statusOf(status), limitOf(limit), cursor);
        return new OrderRows(page.orders().stream().map(OrderRow::of).toList(), page.next());
    }

    @Get("/{orderId}")
    OrderDetail show(HttpRequest<?> request, String orderId) {
        return detail(orders.get(callers.seller(request), Orders.idIn(orderId)));
    }

    @Post("/{orderId}/cancel")
    OrderDetail cancel(HttpRequest<?> request, String orderId, @Body CancelRequest body) {
        MerchantId merchantId = callers.seller(request);
        OrderId id = Orders.idIn(orderId);
        Cancellation wish = new Cancellation(Cancellation.By.SELLER, body.reason());
        book.tellOrThrow(merchantId, id, new OrderEvent.CancelAsked(wish, clock.instant()));
        return detail(book.settle(merchantId, id));
    }

    private static OrderDetail detail(Order order) {
        Purchase purchase = order.purchase();
        return new OrderDetail(
                order.id().value(),
                purchase.channel(),
                purchase.externalId(),
                order.status(),
                purchase.payment().name(),
                order.charge() == null ? null : order.charge().status().name(),
                purchase.goods(),
                purchase.deliveryFee(),
                purchase.total(),
                order.promise().window(),
                order.promise().standard(),
                purchase.placedAt(),
                order.state().parcelCode(),
                order.late(),
                order.allowedActions(),
                purchase.lines(),
                order.part().orElse(null),
                new MaskedBuyer(
                        purchase.buyer().name(),
                        purchase.buyer().maskedPhone(),
                        purchase.address().ward(),
                        purchase.address().province()),
                order.timeline());
    }

    private static @Nullable OrderStatus statusOf(@Nullable String status) {
        if (status == null || status.isEmpty()) {
            return null;
        }
        return OrderStatus.named(status);
    }

    private static int limitOf(@Nullable String limit) {
        if (limit == null || limit.isEmpty()) {
            return PAGE_USUAL;
        }
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > Orders.PAGE_MAX) {
            throw ProblemException.invalid("limit", limit, "is not a whole number from 1 to " + Orders.PAGE_MAX);
        }
        return Integer.parseInt(limit);
    }
}
