package io.giaovan.orderservice.notice;

import io.giaovan.edge.outgoing.DeliveryPump;
import io.giaovan.edge.outgoing.OutgoingCaller;
import io.giaovan.edge.outgoing.OutgoingSettings;
import io.giaovan.edge.outgoing.RetryPlan;
import io.giaovan.edge.outgoing.TargetGuard;
import io.giaovan.edge.outgoing.TargetGuard.Verdict;
import io.giaovan.orderservice.notice.WebhookDelivery.Status;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Sends what is due. A 2xx answer ends a delivery, 410 switches the endpoint off, anything else – a redirect too – is
 * tried again by the {@link RetryPlan}.
 */
@Singleton
final class WebhookWorker implements ApplicationEventListener<StartupEvent>, UnfinishedWork {
    private final WebhookQueue queue;
    private final WebhookEndpoints endpoints;
    private final TargetGuard guard;
    private final OutgoingCaller caller;
    private final Clock clock;
    private final RandomGenerator random;
    private final DeliveryPump<WebhookDelivery> pump;

    @Inject
    WebhookWorker(
            WebhookQueue queue,
            WebhookEndpoints endpoints,
            TargetGuard guard,
            OutgoingCaller caller,
            OutgoingSettings settings,
            Clock clock) {
        this(queue, endpoints, guard, caller, settings, clock, new SecureRandom());
    }

    WebhookWorker(
            WebhookQueue queue,
            WebhookEndpoints endpoints,
            TargetGuard guard,
            OutgoingCaller caller,
            OutgoingSettings settings,
            Clock clock,
            RandomGenerator random) {
        this.queue = queue;
        this.endpoints = endpoints;
        this.guard = guard;
        this.caller = caller;
        this.clock = clock;
        this.random = random;
        this.pump = new DeliveryPump<>("webhooks", queue::lease, this::send, settings, clock);
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
        return "webhooks";
    }

    @Override
    public long unfinished() {
        return queue.countDue(clock.instant());
    }

    @PreDestroy
    void stop() {
        pump.stop();
    }

    /** Tries once and writes down what came of it. */
    void send(WebhookDelivery delivery) {
        Optional<WebhookEndpoint> endpoint =
                endpoints.find(delivery.merchantId(), delivery.endpointId()).filter(WebhookEndpoint::enabled);
        if (endpoint.isEmpty()) {
            queue.finish(delivery.over(Status.DROPPED));
            return;
        }
        switch (guard.judge(endpoint.get().url())) {
            case Verdict.Allowed(InetAddress address) -> call(delivery, endpoint.get(), address);
            case Verdict.Refused(String because) -> {
                endpoints.disable(delivery.merchantId(), delivery.endpointId(), because);
                queue.finish(delivery.tried(Status.DROPPED, because, delivery.dueAt()));
            }
            case Verdict.Unknown(String because) -> tryLater(delivery, because);
        }
    }

    private void call(WebhookDelivery delivery, WebhookEndpoint endpoint, InetAddress address) {
        Instant now = clock.instant();
        Map<String, String> headers = Map.of(
                "webhook-id",
                delivery.messageId(),
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                endpoint.secret().sign(delivery.messageId(), now, delivery.body()));
        int status;
        try {
            status = caller.post(endpoint.url(), address, headers, delivery.body());
        } catch (IOException noAnswer) {
            tryLater(delivery, "no answer: " + noAnswer.getClass().getSimpleName());
            return;
        }
        if (status / 100 == 2) {
            queue.finish(delivery.tried(Status.DELIVERED, "status " + status, now));
        } else if (status == 410) {
            endpoints.disable(delivery.merchantId(), delivery.endpointId(), "it answered 410 Gone");
            queue.finish(delivery.tried(Status.DROPPED, "status 410", now));
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
            queue.finish(delivery.tried(Status.GIVEN_UP, because, delivery.dueAt()));
        }
    }
}
