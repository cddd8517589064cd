package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.paymentgateway.charge.ChargeState.InFlight;
import io.giaovan.store.document.StoreSettings;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows when each open charge needs somebody and wakes that somebody: soon in machine time for a call without an answer,
 * at its hour in business time for one that expires. What a dead process left is read at the start.
 */
@Singleton
final class ChargeAgenda implements UnfinishedWork, ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(ChargeAgenda.class);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration RESCAN = Duration.ofSeconds(30);
    private static final int DOUBLINGS_MAX = 20;

    private final ChargeStore store;
    private final ChargeSettings settings;
    private final StoreSettings storeSettings;
    private final Attempts attempts;
    private final Clock clock;
    private final Clock wall;
    private final Map<ChargeId, Due> dues = new ConcurrentHashMap<>();
    private final Set<ChargeId> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places;
    private Consumer<ChargeId> carer = _ -> {};
    private @Nullable Thread ticker;
    private volatile boolean stopping;

    /**
     * When a charge needs somebody.
     *
     * @param wall in machine time, or null
     * @param business in business time, or null
     * @param poll when a provider is asked what its buyer did, in machine time, or null; waiting for a buyer is no
     *     unfinished work
     * @param version the version of the charge that needs it, or 0 when nobody read it yet
     */
    private record Due(
            @Nullable Instant wall,
            @Nullable Instant business,
            @Nullable Instant poll,
            long version) {
        boolean hasCome(Instant machine, Instant now) {
            return isOver(wall, machine) || isOver(business, now) || isOver(poll, machine);
        }
    }

    ChargeAgenda(
            ChargeStore store,
            ChargeSettings settings,
            StoreSettings storeSettings,
            Attempts attempts,
            Clock clock,
            @Named("wall") Clock wall) {
        this.store = store;
        this.settings = settings;
        this.storeSettings = storeSettings;
        this.attempts = attempts;
        this.clock = clock;
        this.wall = wall;
        this.places = new Semaphore(settings.sideBySideMax());
    }

    void lookAfterWith(Consumer<ChargeId> other) {
        carer = other;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        rescan();
        ticker = Thread.ofPlatform().name("charge-agenda").daemon().start(this::run);
    }

    /** Takes note of when a charge needs somebody next, unless what a later version of it needs is noted already. */
    void watch(Charge charge) {
        Due next = due(charge);
        dues.compute(charge.id(), (_, noted) -> noted != null && noted.version() > charge.version() ? noted : next);
    }

    /** Null when it needs nobody. */
    private @Nullable Due due(Charge charge) {
        OptionalInt asked = leastAsked(charge);
        Instant soon = asked.isPresent() ? wall.instant().plus(waitBefore(asked.getAsInt())) : null;
        Instant hour = businessDue(charge).orElse(null);
        Instant poll = attempts.awaitsNews(charge) ? wall.instant().plus(settings.pollEvery()) : null;
        return soon == null && hour == null && poll == null ? null : new Due(soon, hour, poll, charge.version());
    }

    /** How often the least asked of the calls that a charge waits for was asked; empty when it waits for none. */
    private static OptionalInt leastAsked(Charge charge) {
        IntStream called = charge.state() instanceof InFlight flying
                ? IntStream.of(flying.attempt().asked())
                : Charges.waitsForAutomaticCapture(charge) ? IntStream.of(0) : IntStream.empty();
        IntStream sentBack = charge.refunds().stream()
                .filter(refund -> refund.status() == Refund.Status.PENDING)
                .mapToInt(refund -> refund.attempt().asked());
        return IntStream.concat(called, sentBack).min();
    }

    void forget(ChargeId id) {
        dues.remove(id);
    }

    /** A charge in a test clock's time is brought forward by that clock and not by the house's. */
    static Optional<Instant> businessDue(Charge charge) {
        return charge.particulars().testClock() == null ? ends(charge) : Optional.empty();
    }

    /** When a charge's time ends, in whatever time it lives. */
    static Optional<Instant> ends(Charge charge) {
        return switch (charge.state()) {
            case ChargeState.RequiresPaymentMethod _,
                    ChargeState.RequiresConfirmation _,
                    ChargeState.RequiresAction _ -> Optional.of(charge.expiresAt());
            case ChargeState.RequiresCapture held -> Optional.of(held.heldUntil());
            case InFlight _, ChargeState.AwaitingCash _, ChargeState.Succeeded _, ChargeState.Canceled _ ->
                Optional.empty();
        };
    }

    private Duration waitBefore(int asked) {
        Duration wait = settings.askAfter().multipliedBy(1L << Math.min(asked, DOUBLINGS_MAX));
        return wait.compareTo(settings.askAfterMax()) > 0 ? settings.askAfterMax() : wait;
    }

    @Override
    public String name() {
        return "open charges";
    }

    @Override
    public long unfinished() {
        Instant now = clock.instant();
        return dues.values().stream()
                .filter(due -> due.wall() != null || isOver(due.business(), now))
                .count();
    }

    private static boolean isOver(@Nullable Instant hour, Instant now) {
        return hour != null && !now.isBefore(hour);
    }

    private void run() {
        Instant nextRescan = wall.instant().plus(RESCAN);
        while (!stopping) {
            try {
                TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
                if (!storeSettings.soleOwner() && wall.instant().isAfter(nextRescan)) {
                    rescan();
                    nextRescan = wall.instant().plus(RESCAN);
                }
                startWhatIsDue();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                LOG.warn("the agenda goes on after {}", trouble.toString());
            }
        }
    }

    private void startWhatIsDue() throws InterruptedException {
        Instant now = clock.instant();
        Instant machine = wall.instant();
        for (Map.Entry<ChargeId, Due> entry : dues.entrySet()) {
            Due due = entry.getValue();
            ChargeId id = entry.getKey();
            if (due.hasCome(machine, now) && running.add(id)) {
                places.acquire();
                threads.execute(() -> lookAfter(id, due));
            }
        }
    }

    private void lookAfter(ChargeId id, Due due) {
        try {
            carer.accept(id);
        } catch (RuntimeException trouble) {
            if (!stopping) {
                LOG.warn("{} will be looked after again: {}", id, trouble.toString());
                dues.replace(id, due, new Due(wall.instant().plusSeconds(1), due.business(), null, due.version()));
            }
        } finally {
            running.remove(id);
            places.release();
        }
    }

    private void rescan() {
        for (ChargeId id : store.listOpen()) {
            dues.putIfAbsent(id, new Due(wall.instant(), null, null, 0));
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        if (ticker != null) {
            ticker.interrupt();
            ticker.join(TimeUnit.SECONDS.toMillis(5));
        }
        threads.shutdownNow();
    }
}
