package io.giaovan.paymentgateway.payout;

import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings open payouts forward. One that waits for the seller's balance is looked at again but is not unfinished work. */
@Singleton
final class PayoutWorker implements UnfinishedWork, ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(PayoutWorker.class);
    private static final long TICK_MILLIS = 100;

    private final Payouts payouts;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private @Nullable Thread worker;

    PayoutWorker(Payouts payouts) {
        this.payouts = payouts;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        worker = Thread.ofPlatform().name("payouts").daemon().start(this::run);
    }

    @Override
    public String name() {
        return "payouts";
    }

    @Override
    public long unfinished() {
        return payouts.listOpen().stream().filter(id -> !waiting.contains(id)).count();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
                for (String id : payouts.listOpen()) {
                    advance(id);
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                LOG.warn("payouts will be looked at again: {}", trouble.toString());
            }
        }
    }

    private void advance(String id) {
        try {
            if (payouts.advance(id)) {
                waiting.remove(id);
            } else {
                waiting.add(id);
            }
        } catch (RuntimeException trouble) {
            LOG.warn("payout {} will be brought forward again: {}", id, trouble.toString());
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        if (worker != null) {
            worker.interrupt();
            worker.join(TimeUnit.SECONDS.toMillis(5));
        }
    }
}
