package io.giaovan.paymentgateway.api.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Deliveries that wait, and the finished ones for a while. A delivery is handed to one worker at a time, by a lease that
 * ends by itself when the worker dies.
 */
interface WebhookQueue {
    /** Queues a delivery unless one with its id waits or is over. */
    void add(WebhookDelivery delivery);

    /** Takes deliveries that are due for the time of the lease, at most {@code limit}, longest due first. */
    List<WebhookDelivery> lease(Instant now, Duration lease, int limit);

    /** A try failed: it waits for the next. */
    void postpone(WebhookDelivery delivery);

    /** It is over, one way or the other. */
    void finish(WebhookDelivery delivery);

    /** Deliveries that are due, leased ones included. */
    long countDue(Instant now);

    /** How many endpoints an event has not reached and is still tried on. */
    int countWaiting(String eventId);

    /** Forgets finished deliveries that were queued before an instant; returns how many. */
    long prune(Instant before);
}
