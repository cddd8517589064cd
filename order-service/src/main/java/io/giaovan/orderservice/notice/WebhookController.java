package io.giaovan.orderservice.notice;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.edge.outgoing.TargetGuard;
import io.giaovan.edge.outgoing.TargetGuard.Verdict;
import io.giaovan.orderservice.access.Callers;
import io.giaovan.orderservice.access.IdempotentCalls;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where sellers register webhooks and look at their deliveries. */
@Controller("/seller/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebhookController {
    private static final int DELIVERIES_SHOWN_MAX = 100;
    private static final int ID_LENGTH = 20;

    private final WebhookEndpoints endpoints;
    private final WebhookQueue queue;
    private final WebhookWorker worker;
    private final TargetGuard guard;
    private final Callers callers;
    private final IdempotentCalls calls;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookController(
            WebhookEndpoints endpoints,
            WebhookQueue queue,
            WebhookWorker worker,
            TargetGuard guard,
            Callers callers,
            IdempotentCalls calls,
            Clock clock) {
        this.endpoints = endpoints;
        this.queue = queue;
        this.worker = worker;
        this.guard = guard;
        this.callers = callers;
        this.calls = calls;
        this.clock = clock;
    }

    record EndpointRequest(String url) {}

    /** The secret is told once, when the endpoint is made. */
    record EndpointAnswer(
            String endpointId,
            String url,
            String status,
            @Nullable String disabledBecause,
            Instant createdAt,
            @Nullable String secret) {
        static EndpointAnswer of(WebhookEndpoint endpoint, boolean withSecret) {
            return new EndpointAnswer(
                    endpoint.id(),
                    endpoint.url().toString(),
                    endpoint.enabled() ? "ENABLED" : "DISABLED",
                    endpoint.disabledBecause(),
                    endpoint.createdAt(),
                    withSecret ? endpoint.secret().value() : null);
        }
    }

    record EndpointList(List<EndpointAnswer> endpoints) {}

    record DeliveryAnswer(
            String deliveryId,
            String endpointId,
            String messageId,
            String type,
            String status,
            int attempts,
            @Nullable String lastAnswer,
            @Nullable Instant nextAttemptAt,
            Instant createdAt) {
        static DeliveryAnswer of(WebhookDelivery delivery) {
            return new DeliveryAnswer(
                    delivery.id(),
                    delivery.endpointId(),
                    delivery.messageId(),
                    delivery.type(),
                    delivery.status().name(),
                    delivery.attempts(),
                    delivery.lastAnswer(),
                    delivery.status() == WebhookDelivery.Status.WAITING ? delivery.dueAt() : null,
                    delivery.createdAt());
        }
    }

    record DeliveryList(List<DeliveryAnswer> deliveries) {}

    @Post("/webhook-endpoints")
    HttpResponse<String> add(HttpRequest<?> request, @Body EndpointRequest body) {
        MerchantId merchantId = callers.seller(request);
        return calls.created(request, merchantId, "webhook-endpoints", body, key -> {
            URI url = allowed(body.url());
            String id =
                    "we_" + Secrets.digest("webhook|" + merchantId + "|" + key).substring(0, ID_LENGTH);
            List<WebhookEndpoint> known = endpoints.list(merchantId);
            if (known.size() >= WebhookEndpoints.PER_SELLER_MAX
                    && known.stream().noneMatch(endpoint -> endpoint.id().equals(id))) {
                throw new ProblemException(
                        ErrorCode.LIMIT_REACHED,
                        "There are " + known.size() + " endpoints, the limit is " + WebhookEndpoints.PER_SELLER_MAX
                                + "; remove one first");
            }
            WebhookEndpoint made =
                    new WebhookEndpoint(id, merchantId, url, WebhookSecret.random(random), clock.instant(), null);
            return EndpointAnswer.of(endpoints.add(made), true);
        });
    }

    @Get("/webhook-endpoints")
    EndpointList list(HttpRequest<?> request) {
        return new EndpointList(endpoints.list(callers.seller(request)).stream()
                .map(endpoint -> EndpointAnswer.of(endpoint, false))
                .toList());
    }

    @Post("/webhook-endpoints/{endpointId}/enable")
    EndpointAnswer enable(HttpRequest<?> request, String endpointId) {
        MerchantId merchantId = callers.seller(request);
        allowed(endpoint(merchantId, endpointId).url().toString());
        endpoints.enable(merchantId, endpointId);
        return EndpointAnswer.of(endpoint(merchantId, endpointId), false);
    }

    @Delete("/webhook-endpoints/{endpointId}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(HttpRequest<?> request, String endpointId) {
        endpoints.remove(callers.seller(request), endpointId);
    }

    @Get("/webhook-deliveries")
    DeliveryList deliveries(HttpRequest<?> request) {
        return new DeliveryList(queue.list(callers.seller(request), DELIVERIES_SHOWN_MAX).stream()
                .map(DeliveryAnswer::of)
                .toList());
    }

    @Post("/webhook-deliveries/{deliveryId}/resend")
    @Status(HttpStatus.ACCEPTED)
    DeliveryAnswer resend(HttpRequest<?> request, String deliveryId) {
        MerchantId merchantId = callers.seller(request);
        WebhookDelivery delivery = queue.find(merchantId, deliveryId)
                .orElseThrow(() -> ProblemException.notFound("webhook delivery", deliveryId));
        WebhookDelivery again = delivery.again(clock.instant());
        queue.addAgain(again);
        worker.wake();
        return DeliveryAnswer.of(again);
    }

    private WebhookEndpoint endpoint(MerchantId merchantId, String id) {
        return endpoints.find(merchantId, id).orElseThrow(() -> ProblemException.notFound("webhook endpoint", id));
    }

    private URI allowed(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException broken) {
            throw ProblemException.invalid("url", text, "is not a URL");
        }
        return switch (guard.judge(url)) {
            case Verdict.Allowed _ -> url;
            case Verdict.Refused(String because) -> throw ProblemException.invalid("url", text, because);
            case Verdict.Unknown(String because) -> throw ProblemException.invalid("url", text, because);
        };
    }
}
