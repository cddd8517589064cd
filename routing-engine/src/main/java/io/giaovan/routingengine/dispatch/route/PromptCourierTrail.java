package io.giaovan.routingengine.dispatch.route;

import io.giaovan.routingengine.fleet.CourierId;
import io.micronaut.context.annotation.Primary;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes positions into memory and stores those of all couriers together once a second, so that a courier's phone never waits
 * for the store. A process that is killed loses the positions of its last second or, while the store is away, those that wait
 * for it; nothing that was done at a door is among them. When too many wait, callers store them themselves.
 */
@Primary
@Singleton
final class PromptCourierTrail implements CourierTrail {
    /** Positions that may wait for the store. */
    static final int WAITING_MAX = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(PromptCourierTrail.class);

    private final MongoCourierTrail stored;
    private final Map<CourierId, Position> newest = new ConcurrentHashMap<>();
    private final Object waitingLock = new Object();
    private final Object storingLock = new Object();
    private Map<CourierId, List<Position>> waiting = new LinkedHashMap<>();
    private int waitingCount;

    PromptCourierTrail(MongoCourierTrail stored) {
        this.stored = stored;
    }

    @Override
    public void add(CourierId courier, List<Position> positions) {
        if (positions.isEmpty()) {
            return;
        }
        if (!isTaken(courier, positions)) {
            store();
            stored.add(courier, positions);
        }
    }

    @Override
    public Optional<Position> findLast(CourierId courier) {
        Optional<Position> inStore = stored.findLast(courier);
        Position here = newest.get(courier);
        return here == null
                        || inStore.filter(other -> other.at().isAfter(here.at()))
                                .isPresent()
                ? inStore
                : Optional.of(here);
    }

    @Override
    public long prune(Instant before) {
        store();
        return stored.prune(before);
    }

    @Scheduled(fixedDelay = "1s", initialDelay = "1s")
    void storeWaiting() {
        try {
            store();
        } catch (RuntimeException trouble) {
            LOG.warn("positions will be stored later: {}", trouble.toString());
        }
    }

    @PreDestroy
    void stop() {
        storeWaiting();
    }

    int waitingCount() {
        synchronized (waitingLock) {
            return waitingCount;
        }
    }

    private boolean isTaken(CourierId courier, List<Position> positions) {
        synchronized (waitingLock) {
            if (waitingCount + positions.size() > WAITING_MAX) {
                return false;
            }
            waiting.computeIfAbsent(courier, _ -> new ArrayList<>()).addAll(positions);
            waitingCount += positions.size();
            positions.stream()
                    .max(Comparator.comparing(Position::at))
                    .ifPresent(last -> newest.merge(
                            courier, last, (one, other) -> other.at().isBefore(one.at()) ? one : other));
            return true;
        }
    }

    /** Stores what waits, one caller at a time; what could not be stored waits on. */
    private void store() {
        synchronized (storingLock) {
            Map<CourierId, List<Position>> batch;
            synchronized (waitingLock) {
                batch = waiting;
                waiting = new LinkedHashMap<>();
            }
            if (batch.isEmpty()) {
                return;
            }
            boolean done = false;
            try {
                stored.addAll(batch);
                done = true;
            } finally {
                settle(batch, done);
            }
        }
    }

    private void settle(Map<CourierId, List<Position>> batch, boolean done) {
        synchronized (waitingLock) {
            for (Map.Entry<CourierId, List<Position>> entry : batch.entrySet()) {
                if (done) {
                    waitingCount -= entry.getValue().size();
                } else {
                    waiting.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                            .addAll(0, entry.getValue());
                }
            }
            // what nobody waits for any more is read from the store, where other processes write too
            newest.keySet().removeIf(courier -> done && !waiting.containsKey(courier));
        }
    }
}
