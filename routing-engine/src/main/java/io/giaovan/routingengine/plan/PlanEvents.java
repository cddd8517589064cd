package io.giaovan.routingengine.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.solve.SolveProgress;
import io.giaovan.routingengine.travel.TravelTimes;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners how planning jobs get on: progress when there is any, a sign of life when there is none, and at last one
 * event that says how the job ended. No thread waits for a listener; one that is slow hears of less progress. Safe for use
 * by many threads.
 */
@Singleton
@Requires(beans = TravelTimes.class)
final class PlanEvents {
    /** The id of the event that ends a job's stream. */
    static final String LAST = "end";

    private static final String SOLVING = "SOLVING";

    private final PlanningJobs jobs;
    private final PlanSettings settings;
    private final ObjectMapper json;
    private final Clock wall;
    private final Map<Listener, Ear> ears = new LinkedHashMap<>();

    PlanEvents(PlanningJobs jobs, PlanSettings settings, ObjectMapper json, @Named("wall") Clock wall) {
        this.jobs = jobs;
        this.settings = settings;
        this.json = json;
        this.wall = wall;
    }

    /**
     * Something that is told.
     *
     * @param name progress, heartbeat, done, failed or cancelled
     * @param id where to go on from, or null for a heartbeat
     * @param data JSON
     */
    record PlanEvent(String name, @Nullable String id, String data) {}

    /** Hears events; called on the telling thread, which it must not keep. */
    interface Listener {
        /** Whether it can take an event at once; progress is not kept for one that cannot. */
        boolean isReady();

        void heard(PlanEvent event);

        /** Nothing follows. */
        void ended();
    }

    /**
     * How a search stands.
     *
     * @param elapsed since it began
     * @param rounds of the search so far
     * @param unplanned priorities of the required stops that the best plan leaves out, added up; 0 when it leaves out none
     * @param cost of the best plan, minor units
     */
    private record ProgressBody(String planId, Duration elapsed, long rounds, long unplanned, long cost) {}

    private record EndBody(String planId, String status) {}

    /** One listener, what it has heard and when. */
    private static final class Ear {
        private final String planId;
        private long heardMillis;
        private Instant lastAt;

        Ear(String planId, long heardMillis, Instant now) {
            this.planId = planId;
            this.heardMillis = heardMillis;
            this.lastAt = now;
        }
    }

    /**
     * Lets a listener hear of a job until the job ends or the listener leaves.
     *
     * @param lastId the last event that it heard before, or null; what came up to there is not told again
     */
    void listen(String planId, @Nullable String lastId, Listener listener) {
        Ear ear = new Ear(planId, millis(lastId), wall.instant());
        synchronized (ears) {
            if (ears.size() >= settings.listenersMax()) {
                throw new ProblemException(
                        ErrorCode.TOO_MANY_REQUESTS,
                        settings.listenersMax() + " listen to plans already; ask for the plan instead");
            }
            ears.put(listener, ear);
        }
    }

    void leave(Listener listener) {
        synchronized (ears) {
            ears.remove(listener);
        }
    }

    int listening() {
        synchronized (ears) {
            return ears.size();
        }
    }

    @Scheduled(fixedDelay = "200ms")
    void tell() {
        Map<Listener, Ear> all;
        synchronized (ears) {
            all = Map.copyOf(ears);
        }
        Map<String, PlanningJobs.Standing> standings = new HashMap<>();
        all.forEach((listener, ear) -> tell(listener, ear, standings.computeIfAbsent(ear.planId, jobs::get)));
    }

    private void tell(Listener listener, Ear ear, PlanningJobs.Standing standing) {
        Instant now = wall.instant();
        if (!standing.status().equals(SOLVING)) {
            leave(listener);
            listener.heard(new PlanEvent(
                    standing.status().toLowerCase(Locale.ROOT),
                    LAST,
                    written(new EndBody(ear.planId, standing.status()))));
            listener.ended();
            return;
        }
        if (!listener.isReady()) {
            return;
        }
        SolveProgress progress = jobs.progress(ear.planId);
        if (progress != null && progress.elapsed().toMillis() > ear.heardMillis) {
            ear.heardMillis = progress.elapsed().toMillis();
            ear.lastAt = now;
            listener.heard(new PlanEvent(
                    "progress",
                    String.valueOf(ear.heardMillis),
                    written(new ProgressBody(
                            ear.planId,
                            progress.elapsed(),
                            progress.rounds(),
                            progress.best().medium(),
                            progress.best().costMinor()))));
        } else if (!ear.lastAt.plus(settings.heartbeat()).isAfter(now)) {
            ear.lastAt = now;
            listener.heard(new PlanEvent("heartbeat", null, "{}"));
        }
    }

    /** An id that is not ours counts as none. */
    private static long millis(@Nullable String lastId) {
        return lastId != null && lastId.matches("[0-9]{1,15}") ? Long.parseLong(lastId) : -1;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("an event cannot be written as JSON", broken);
        }
    }
}
