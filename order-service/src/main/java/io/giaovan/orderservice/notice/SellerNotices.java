package io.giaovan.orderservice.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.edge.access.Secrets;
import io.giaovan.orderservice.notice.WebhookDelivery.Status;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderState;
import io.giaovan.orderservice.order.OrderStatus;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Queues webhooks for what happened to an order. Every entry of the timeline that a seller may care for becomes one
 * message with an id of its own, so nothing is skipped when an order moves fast and nothing is queued twice.
 */
@Singleton
final class SellerNotices {
    private static final int ID_LENGTH = 24;
    private static final Map<String, String> TYPES = Map.of(
            "PLACED", "order.placed",
            "PACKED", "order.packed",
            "OUT_FOR_DELIVERY", "order.out_for_delivery",
            "ATTEMPT_FAILED", "order.attempt_failed",
            "DELIVERED", "order.delivered",
            "PARTLY_DELIVERED", "order.partly_delivered",
            "REST_RETURNED", "order.rest_returned",
            "RETURNING", "order.returning",
            "RETURNED", "order.returned");

    private final WebhookEndpoints endpoints;
    private final WebhookQueue queue;
    private final WebhookWorker worker;
    private final ObjectMapper json;
    private final Clock clock;

    SellerNotices(
            WebhookEndpoints endpoints, WebhookQueue queue, WebhookWorker worker, ObjectMapper json, Clock clock) {
        this.endpoints = endpoints;
        this.queue = queue;
        this.worker = worker;
        this.json = json;
        this.clock = clock;
    }

    /** What is sent; nothing in it is personal. */
    record Body(String type, Instant timestamp, Data data) {}

    /** The order as it stands when the message is queued. */
    record Data(
            String orderId,
            String channel,
            @Nullable String externalId,
            OrderStatus status,
            @Nullable String parcelCode,
            TimeWindow window,
            boolean late,
            @Nullable String reason) {}

    private record Happening(
            String type, Instant at, @Nullable String reason) {}

    void tell(Order order) {
        List<WebhookEndpoint> listening = endpoints.list(order.merchantId()).stream()
                .filter(WebhookEndpoint::enabled)
                .toList();
        for (WebhookEndpoint endpoint : listening) {
            for (Happening happening : happenings(order)) {
                if (!happening.at().isBefore(endpoint.createdAt())) {
                    queue.add(delivery(order, endpoint, happening));
                }
            }
        }
        if (!listening.isEmpty()) {
            worker.wake();
        }
    }

    private static List<Happening> happenings(Order order) {
        List<Happening> happenings = new ArrayList<>();
        order.timeline().forEach(entry -> {
            String[] parts = entry.what().split(": ", 2);
            String type = TYPES.get(parts[0]);
            if (type != null) {
                boolean failed = parts[0].equals("ATTEMPT_FAILED") || parts[0].equals("RETURNING");
                happenings.add(new Happening(type, entry.at(), failed && parts.length > 1 ? parts[1] : null));
            }
        });
        if (order.state() instanceof OrderState.Cancelled cancelled) {
            happenings.add(new Happening(
                    "order.cancelled", cancelled.at(), cancelled.cancellation().reason()));
        }
        return happenings;
    }

    private WebhookDelivery delivery(Order order, WebhookEndpoint endpoint, Happening happening) {
        String messageId = id(
                "msg_",
                order.id() + "|" + happening.type() + "|" + happening.at().toEpochMilli());
        Instant now = clock.instant();
        return new WebhookDelivery(
                id("wd_", messageId + "|" + endpoint.id()),
                order.merchantId(),
                endpoint.id(),
                messageId,
                happening.type(),
                body(order, happening),
                now,
                Status.WAITING,
                0,
                null,
                now);
    }

    private String body(Order order, Happening happening) {
        Data data = new Data(
                order.id().value(),
                order.purchase().channel(),
                order.purchase().externalId(),
                order.status(),
                order.state().parcelCode(),
                order.promise().window(),
                order.late(),
                happening.reason());
        try {
            return json.writeValueAsString(new Body(happening.type(), happening.at(), data));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("a webhook of order " + order.id() + " cannot be written", broken);
        }
    }

    private static String id(String prefix, String of) {
        return prefix + Secrets.digest(of).substring(0, ID_LENGTH);
    }
}
