package io.giaovan.paymentgateway.charge;

import io.giaovan.paymentgateway.rail.Rails;
import io.giaovan.store.document.StoreSettings;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who has which attempt to himself. Safe for concurrent use. */
@Singleton
final class Attempts {
    private static final int UNBEGUN_MAX = 1_000;

    private final String process = UUID.randomUUID().toString();
    private final Set<String> calling = ConcurrentHashMap.newKeySet();
    /** New attempts, until whoever stores them makes their first call; those that were not stored after all stay longer. */
    private final Set<Attempt> unbegun = ConcurrentHashMap.newKeySet();

    private final ChargeSettings settings;
    private final StoreSettings store;
    private final Rails rails;
    private final Clock wall;

    Attempts(ChargeSettings settings, StoreSettings store, Rails rails, @Named("wall") Clock wall) {
        this.settings = settings;
        this.store = store;
        this.rails = rails;
        this.wall = wall;
    }

    /** The next attempt of a charge, claimed by this process. */
    Attempt next(Charge charge) {
        return first(charge.id() + "_" + (charge.attempts() + 1));
    }

    /** The first call under an id, claimed by this process. */
    Attempt first(String id) {
        if (unbegun.size() >= UNBEGUN_MAX) {
            Instant now = wall.instant();
            unbegun.removeIf(attempt -> !now.isBefore(attempt.claimedUntil()));
        }
        Attempt first = new Attempt(id, process, until(), 0);
        unbegun.add(first);
        return first;
    }

    /** Takes an attempt over; it must then be stored. */
    Attempt claim(Attempt attempt) {
        return attempt.claimedBy(process, until());
    }

    /** Whether this process may ask about an attempt now. */
    boolean mayTakeOver(Attempt attempt) {
        if (calling.contains(attempt.id())) {
            return false;
        }
        boolean isOurs = store.soleOwner() || attempt.owner().equals(process);
        return isOurs && !unbegun.contains(attempt) || !wall.instant().isBefore(attempt.claimedUntil());
    }

    boolean begin(Attempt attempt) {
        boolean begun = attempt.owner().equals(process) && calling.add(attempt.id());
        unbegun.remove(attempt);
        return begun;
    }

    void end(Attempt attempt) {
        calling.remove(attempt.id());
    }

    boolean standsAtProvider(Charge charge) {
        ChosenMethod method = charge.method();
        return method != null
                && charge.reference() != null
                && rails.get(method.rail()).standsAtProvider();
    }

    /** Whether a provider knows more of this charge than it may have told us. */
    boolean awaitsNews(Charge charge) {
        ChosenMethod method = charge.method();
        return charge.state() instanceof ChargeState.RequiresAction
                && method != null
                && rails.get(method.rail()).mustBeAsked();
    }

    private Instant until() {
        // as exact as it is stored
        return wall.instant().plus(settings.claim()).truncatedTo(ChronoUnit.MILLIS);
    }
}
