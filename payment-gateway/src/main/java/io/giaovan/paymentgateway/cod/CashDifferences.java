package io.giaovan.paymentgateway.cod;

import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names cash differences when their hour has come. */
@Singleton
final class CashDifferences implements UnfinishedWork, ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(CashDifferences.class);
    private static final long TICK_MILLIS = 100;

    private final HandOvers handOvers;
    private @Nullable Thread worker;

    CashDifferences(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        worker = Thread.ofPlatform().name("cash-differences").daemon().start(this::run);
    }

    @Override
    public String name() {
        return "cash differences";
    }

    @Override
    public long unfinished() {
        return handOvers.due();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
                handOvers.nameDifferences();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                LOG.warn("cash differences will be looked at again: {}", trouble.toString());
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
