package io.giaovan.paymentgateway.ledger;

import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets reservations lapse when their time is over. */
@Singleton
final class Lapses implements UnfinishedWork, ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Lapses.class);
    private static final long TICK_MILLIS = 500;

    private final Ledger ledger;
    private final Clock clock;
    private @Nullable Thread worker;

    Lapses(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        worker = Thread.ofPlatform().name("ledger-lapses").daemon().start(this::run);
    }

    @Override
    public String name() {
        return "reservations that lapse";
    }

    @Override
    public long unfinished() {
        Instant now = clock.instant();
        return ledger.listReserved().stream()
                .filter(reservation -> !now.isBefore(reservation.until()))
                .count();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
                lapse();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                LOG.warn("reservations will be looked at again: {}", trouble.toString());
            }
        }
    }

    private void lapse() {
        Instant now = clock.instant();
        for (Reservation reservation : ledger.listReserved()) {
            if (!now.isBefore(reservation.until())) {
                ledger.lapse(reservation.id(), now);
            }
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
