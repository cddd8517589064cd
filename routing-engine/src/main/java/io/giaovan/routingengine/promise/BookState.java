package io.giaovan.routingengine.promise;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.routingengine.fleet.CourierId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a book's lines amount to. Not safe for use by many threads. */
final class BookState {
    private final Map<String, Booked> booked = new LinkedHashMap<>();
    private final Map<CourierId, Instant> busy = new HashMap<>();
    private final Set<HoldId> used = new HashSet<>();

    /**
     * A place that is taken.
     *
     * @param place room for one stop
     * @param expiresAt when it lapses by itself, or null
     * @param proven whether there was room when it was taken
     */
    record Booked(Place place, @Nullable Instant expiresAt, boolean proven) {}

    /** What a line did to the places, for the routes to follow. */
    sealed interface Effect {
        record Added(String key) implements Effect {}

        record Removed(String key) implements Effect {}

        record Renamed(String key, String newKey) implements Effect {}

        record HoursChanged() implements Effect {}
    }

    static String key(HoldId hold) {
        return "hold:" + hold;
    }

    static String key(DeliveryId delivery) {
        return "delivery:" + delivery;
    }

    Map<String, Booked> booked() {
        return booked;
    }

    Map<CourierId, Instant> busy() {
        return busy;
    }

    boolean isUsed(HoldId hold) {
        return used.contains(hold);
    }

    /** Drops holds that have lapsed. */
    List<Effect> expire(Instant now) {
        List<Effect> effects = new ArrayList<>();
        booked.entrySet().removeIf(entry -> {
            Instant expiresAt = entry.getValue().expiresAt();
            boolean lapsed = expiresAt != null && !now.isBefore(expiresAt);
            if (lapsed) {
                effects.add(new Effect.Removed(entry.getKey()));
            }
            return lapsed;
        });
        return effects;
    }

    List<Effect> apply(BookEntry entry) {
        List<Effect> effects = expire(entry.at());
        switch (entry) {
            case BookEntry.Held held -> {
                String key = key(held.hold());
                remove(key, effects);
                booked.put(key, new Booked(held.place(), held.expiresAt(), true));
                effects.add(new Effect.Added(key));
            }
            case BookEntry.Confirmed confirmed ->
                booked.computeIfPresent(
                        key(confirmed.hold()), (_, before) -> new Booked(before.place(), null, before.proven()));
            case BookEntry.Released released -> remove(key(released.hold()), effects);
            case BookEntry.Requested requested -> request(requested, effects);
            case BookEntry.Dropped dropped -> remove(key(dropped.delivery()), effects);
            case BookEntry.Busy courier -> {
                busy.merge(courier.courier(), courier.until(), (one, other) -> one.isAfter(other) ? one : other);
                effects.add(new Effect.HoursChanged());
            }
        }
        return effects;
    }

    private void request(BookEntry.Requested requested, List<Effect> effects) {
        String key = key(requested.delivery());
        HoldId hold = requested.hold();
        Booked held = hold == null ? null : booked.remove(key(hold));
        if (hold != null) {
            used.add(hold);
        }
        booked.put(key, new Booked(requested.place(), null, held != null && held.proven()));
        if (hold != null && held != null && held.place().equals(requested.place())) {
            effects.add(new Effect.Renamed(key(hold), key));
            return;
        }
        if (hold != null && held != null) {
            effects.add(new Effect.Removed(key(hold)));
        }
        effects.add(new Effect.Added(key));
    }

    private void remove(String key, List<Effect> effects) {
        if (booked.remove(key) != null) {
            effects.add(new Effect.Removed(key));
        }
    }
}
