package io.giaovan.paymentgateway.api.webhook;

import io.giaovan.edge.outgoing.DeliveryPump;
import io.giaovan.edge.outgoing.OutgoingCaller;
import io.giaovan.edge.outgoing.OutgoingSettings;
import io.giaovan.edge.outgoing.RetryPlan;
import io.giaovan.edge.outgoing.TargetGuard;
import io.giaovan.edge.outgoing.TargetGuard.Verdict;
import io.giaovan.paymentgateway.api.ApiJson;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.event.ApiEvent;
import io.giaovan.paymentgateway.api.event.ApiEvents;
import io.giaovan.paymentgateway.api.event.EventShape;
import io.giaovan.paymentgateway.api.webhook.WebhookDelivery.Status;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. A 2xx answer ends a delivery, anything else – a redirect too – is tried again by the {@link
 * RetryPlan}; each try sends the same bytes under a fresh signature. Old events are forgotten on the way.
 */
@Singleton
final class WebhookWorker implements ApplicationEventListener<StartupEvent>, UnfinishedWork {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);

    private final WebhookQueue queue;
    private final WebhookEndpoints endpoints;
    private final ApiEvents events;
    private final EventShape shape;
    private final WebhookSecrets secrets;
    private final TargetGuard guard;
    private final OutgoingCaller caller;
    private final ApiSettings settings;
    private final ApiJson json;
    private final Clock clock;
    private final Clock wall;
    private final SecureRandom random = new SecureRandom();
    private final DeliveryPump<WebhookDelivery> pump;

    WebhookWorker(
            WebhookQueue queue,
            WebhookEndpoints endpoints,
            ApiEvents events,
            EventShape shape,
            WebhookSecrets secrets,
            TargetGuard guard,
            OutgoingCaller caller,
            OutgoingSettings outgoing,
            ApiSettings settings,
            ApiJson json,
            Clock clock,
            @Named("wall") Clock wall) {
        this.queue = queue;
        this.endpoints = endpoints;
        this.events = events;
        this.shape = shape;
        this.secrets = secrets;
        this.guard = guard;
        this.caller = caller;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.wall = wall;
        this.pump = new DeliveryPump<>("gateway webhooks", queue::lease, this::send, outgoing, clock);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        pump.start();
    }

    /** Something was queued: look at once. */
    void wake() {
        pump.wake();
    }

    @Override
    public String name() {
        return "gateway webhooks";
    }

    @Override
    public long unfinished() {
        return queue.countDue(clock.instant());
    }

    @PreDestroy
    void stop() {
        pump.stop();
    }

    @Scheduled(fixedDelay = "1h")
    void prune() {
        Instant before = clock.instant().minus(settings.eventsKept());
        long forgotten = events.prune(before) + queue.prune(before);
        LOG.debug("{} old events and deliveries are forgotten", forgotten);
    }

    private void send(WebhookDelivery delivery) {
        Optional<WebhookEndpoint> endpoint =
                endpoints.find(delivery.merchantId(), delivery.endpointId()).filter(WebhookEndpoint::enabled);
        Optional<ApiEvent> event = events.find(delivery.owner(), delivery.eventId());
        if (endpoint.isEmpty() || event.isEmpty()) {
            queue.finish(delivery.dropped(endpoint.isEmpty() ? "the endpoint is gone" : "the event is gone"));
            return;
        }
        switch (guard.judge(endpoint.get().url())) {
            case Verdict.Allowed(InetAddress address) -> call(delivery, endpoint.get(), event.get(), address);
            case Verdict.Refused(String because) -> {
                endpoints.disable(delivery.merchantId(), delivery.endpointId(), because);
                queue.finish(delivery.tried(Status.DROPPED, because, delivery.dueAt()));
            }
            case Verdict.Unknown(String because) -> tryLater(delivery, because);
        }
    }

    private void call(WebhookDelivery delivery, WebhookEndpoint endpoint, ApiEvent event, InetAddress address) {
        String body = json.write(shape.sent(event, endpoint.version(), delivery.pending(), delivery.account()));
        String signature = secrets.sign(endpoint, clock.instant(), wall.instant(), body);
        int status;
        try {
            status = caller.post(endpoint.url(), address, Map.of("Stripe-Signature", signature), body);
        } catch (IOException noAnswer) {
            tryLater(delivery, "no answer: " + noAnswer.getClass().getSimpleName());
            return;
        }
        if (status / 100 == 2) {
            queue.finish(delivery.tried(Status.DELIVERED, "status " + status, clock.instant()));
        } else {
            tryLater(delivery, "status " + status);
        }
    }

    private void tryLater(WebhookDelivery delivery, String because) {
        Optional<Duration> delay = RetryPlan.delay(delivery.attempts() + 1, random);
        if (delay.isPresent()) {
            queue.postpone(
                    delivery.tried(Status.WAITING, because, clock.instant().plus(delay.get())));
        } else {
            LOG.warn("event {} was given up on endpoint {}", delivery.eventId(), delivery.endpointId());
            queue.finish(delivery.tried(Status.GIVEN_UP, because, delivery.dueAt()));
        }
    }
}
