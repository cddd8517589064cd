package io.giaovan.paymentgateway.api;

import io.giaovan.edge.outgoing.OutgoingCaller;
import io.giaovan.edge.outgoing.OutgoingSettings;
import io.giaovan.edge.outgoing.RetryPlan;
import io.giaovan.edge.outgoing.TargetGuard;
import io.giaovan.edge.outgoing.TargetGuard.Verdict;
import io.giaovan.paymentgateway.api.WebhookDelivery.Status;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. A 2xx answer ends a delivery, anything else – a redirect too – is tried again by the {@link
 * RetryPlan}; each try sends the same bytes under a fresh signature. Old events are forgotten on the way.
 */
@Singleton
final class WebhookWorker implements ApplicationEventListener<StartupEvent>, UnfinishedWork {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);
    private static final int IN_FLIGHT_MAX = 32;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(10);
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);

    private final WebhookQueue queue;
    private final WebhookEndpoints endpoints;
    private final ApiEvents events;
    private final EventShape shape;
    private final WebhookSecrets secrets;
    private final TargetGuard guard;
    private final OutgoingCaller caller;
    private final OutgoingSettings outgoing;
    private final ApiSettings settings;
    private final ApiJson json;
    private final Clock clock;
    private final Clock wall;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore room = new Semaphore(IN_FLIGHT_MAX);
    private final Semaphore wakeups = new Semaphore(0);
    private Instant nextPruning = Instant.EPOCH;
    private volatile boolean stopping;

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
        this.outgoing = outgoing;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.wall = wall;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        Thread.ofVirtual().name("gateway-webhooks").start(this::run);
    }

    /** Something was queued: look at once. */
    void wake() {
        wakeups.release();
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
        stopping = true;
        wake();
    }

    private void run() {
        while (!stopping) {
            try {
                if (wakeups.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeups.drainPermits();
                }
                sendDue();
                prune();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                if (!stopping) {
                    LOG.warn("the webhook queue will be read again: {}", trouble.toString());
                }
            }
        }
    }

    private void prune() {
        Instant now = wall.instant();
        if (!now.isBefore(nextPruning)) {
            nextPruning = now.plus(PRUNE_EVERY);
            Instant before = clock.instant().minus(settings.eventsKept());
            long forgotten = events.prune(before) + queue.prune(before);
            LOG.debug("{} old events and deliveries are forgotten", forgotten);
        }
    }

    private void sendDue() {
        int places = room.availablePermits();
        if (places == 0) {
            return;
        }
        Duration lease =
                outgoing.connectTimeout().plus(outgoing.answerTimeout()).plus(LEASE_MARGIN);
        for (WebhookDelivery delivery : queue.lease(clock.instant(), lease, places)) {
            room.acquireUninterruptibly();
            Thread.ofVirtual().name("gateway-webhook-" + delivery.id()).start(() -> {
                try {
                    send(delivery);
                } catch (RuntimeException trouble) {
                    LOG.warn("webhook {} will be sent after its lease: {}", delivery.id(), trouble.toString());
                } finally {
                    room.release();
                    wake();
                }
            });
        }
    }

    private void send(WebhookDelivery delivery) {
        Optional<WebhookEndpoint> endpoint =
                endpoints.find(delivery.merchantId(), delivery.endpointId()).filter(WebhookEndpoint::enabled);
        Optional<ApiEvent> event = events.find(delivery.merchantId(), delivery.eventId());
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
        String body = json.write(shape.shape(event, endpoint.version()));
        String signature = secrets.sign(endpoint.id(), wall.instant(), body);
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
