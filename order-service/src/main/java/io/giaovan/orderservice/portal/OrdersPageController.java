package io.giaovan.orderservice.portal;

import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.page.Language;
import io.giaovan.orderservice.order.Cancellation;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderBook;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderPage;
import io.giaovan.orderservice.order.OrderStatus;
import io.giaovan.orderservice.order.Orders;
import io.giaovan.orderservice.packing.Packing;
import io.giaovan.orderservice.tracking.Arrivals;
import io.giaovan.orderservice.tracking.TrackingLinks;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The seller's orders as pages. */
@Controller("/portal/orders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class OrdersPageController {
    private static final int ORDERS_PER_PAGE = 50;
    private static final int SEARCH_LENGTH_MAX = 100;

    private final PortalDoor door;
    private final Orders orders;
    private final OrderBook book;
    private final Packing packing;
    private final Arrivals arrivals;
    private final TrackingLinks links;
    private final Clock clock;

    OrdersPageController(
            PortalDoor door,
            Orders orders,
            OrderBook book,
            Packing packing,
            Arrivals arrivals,
            TrackingLinks links,
            Clock clock) {
        this.door = door;
        this.orders = orders;
        this.book = book;
        this.packing = packing;
        this.arrivals = arrivals;
        this.links = links;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> list(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String status,
            @QueryValue(defaultValue = "") String search,
            @QueryValue(defaultValue = "") String cursor) {
        return door.show(
                request,
                visit -> door.page(
                        visit,
                        "portal/orders.jte",
                        visit.language().of("Đơn hàng", "Orders"),
                        Map.of("view", view(visit, status, search, cursor))));
    }

    /** The part of the list that refreshes itself. */
    @Get("/live")
    HttpResponse<String> live(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String status,
            @QueryValue(defaultValue = "") String search,
            @QueryValue(defaultValue = "") String cursor) {
        return door.show(
                request,
                visit -> door.fragment(
                        visit, "portal/orderslive.jte", Map.of("view", view(visit, status, search, cursor))));
    }

    @Get("/{orderId}")
    HttpResponse<String> show(HttpRequest<?> request, String orderId) {
        return door.show(request, visit -> page(visit, order(visit, orderId), ""));
    }

    /** The part of an order's page that refreshes itself. */
    @Get("/{orderId}/live")
    HttpResponse<String> liveOrder(HttpRequest<?> request, String orderId) {
        return door.show(
                request,
                visit -> door.fragment(visit, "portal/orderlive.jte", Map.of("view", view(order(visit, orderId)))));
    }

    @Post("/{orderId}/pack")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> pack(HttpRequest<?> request, String orderId, @Nullable @Body Map<String, String> form) {
        return door.act(
                request, form, visit -> done(visit, orderId, order -> packing.pack(visit.merchantId(), order.id())));
    }

    @Post("/{orderId}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> cancel(HttpRequest<?> request, String orderId, @Nullable @Body Map<String, String> form) {
        return door.act(
                request,
                form,
                visit -> done(visit, orderId, order -> {
                    String reason =
                            form == null ? "" : form.getOrDefault("reason", "").strip();
                    Cancellation wish = new Cancellation(Cancellation.By.SELLER, reason);
                    book.tellOrThrow(visit.merchantId(), order.id(), new OrderEvent.CancelAsked(wish, clock.instant()));
                    book.settle(visit.merchantId(), order.id());
                }));
    }

    /** Does it and shows the order again; what is refused is said above it. */
    private MutableHttpResponse<String> done(Visit visit, String orderId, Consumer<Order> deed) {
        Order order = order(visit, orderId);
        try {
            deed.accept(order);
            return HttpResponse.seeOther(URI.create("/portal/orders/" + order.id()));
        } catch (ProblemException refused) {
            return page(visit, order(visit, orderId), String.valueOf(refused.getMessage()))
                    .status(HttpStatus.valueOf(refused.code().status()));
        } catch (IllegalArgumentException wrong) {
            return page(visit, order(visit, orderId), String.valueOf(wrong.getMessage()))
                    .status(HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private MutableHttpResponse<String> page(Visit visit, Order order, String trouble) {
        Language language = visit.language();
        return door.page(
                visit,
                "portal/order.jte",
                language.of("Đơn ", "Order ") + PortalTexts.number(order),
                Map.of("view", view(order), "trouble", trouble));
    }

    private OrderView view(Order order) {
        return new OrderView(order, arrivals.find(order).orElse(null), links.of(order), clock.instant());
    }

    private OrdersView view(Visit visit, String statusText, String searchText, String cursorText) {
        OrderStatus status = status(statusText);
        String search = searchText.strip();
        if (search.length() > SEARCH_LENGTH_MAX) {
            throw ProblemException.invalid("search", search, "has more than " + SEARCH_LENGTH_MAX + " characters");
        }
        String cursor = cursorText.isEmpty() || !search.isEmpty() ? null : cursorText;
        Map<OrderStatus, Long> counts = orders.count(visit.merchantId());
        if (search.isEmpty()) {
            OrderPage page = orders.list(visit.merchantId(), status, ORDERS_PER_PAGE, cursor);
            return OrdersView.of(counts, status, "", cursor, page.orders(), false, page.next(), clock.instant());
        }
        List<Order> found = orders.search(visit.merchantId(), status, search, ORDERS_PER_PAGE + 1);
        boolean cut = found.size() > ORDERS_PER_PAGE;
        return OrdersView.of(
                counts,
                status,
                search,
                null,
                cut ? found.subList(0, ORDERS_PER_PAGE) : found,
                cut,
                null,
                clock.instant());
    }

    private Order order(Visit visit, String orderId) {
        return orders.get(visit.merchantId(), Orders.idIn(orderId));
    }

    private static @Nullable OrderStatus status(String text) {
        return text.isEmpty() ? null : OrderStatus.named(text);
    }
}
