package io.giaovan.routingengine.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers answers of the store for a moment, since depots and couriers are asked for many times a second and change a
 * few times a day. What another process entered is seen once the moment is over.
 */
final class BrieflyKept<K, V> {
    private static final int KEPT_MAX = 1_000;

    private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final Duration moment;
    private final Clock wall;

    private record Kept<V>(V value, Instant until) {}

    BrieflyKept(Duration moment, Clock wall) {
        this.moment = moment;
        this.wall = wall;
    }

    V get(K key, Function<K, V> store) {
        Instant now = wall.instant();
        Kept<V> known = kept.get(key);
        if (known != null && now.isBefore(known.until())) {
            return known.value();
        }
        if (kept.size() > KEPT_MAX) {
            kept.clear();
        }
        V value = store.apply(key);
        kept.put(key, new Kept<>(value, now.plus(moment)));
        return value;
    }

    void forget() {
        kept.clear();
    }
}
