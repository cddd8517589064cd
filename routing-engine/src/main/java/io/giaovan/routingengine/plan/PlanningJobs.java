package io.giaovan.routingengine.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.network.RoadNetwork;
import io.giaovan.routingengine.solve.SolveLimits;
import io.giaovan.routingengine.solve.SolveProgress;
import io.giaovan.routingengine.travel.SpeedByHour;
import io.giaovan.routingengine.travel.TravelSettings;
import io.giaovan.routingengine.travel.TravelTimes;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the planning API's jobs in the background. A job belongs to the process that took it and dies with it. */
@Singleton
@Requires(beans = TravelTimes.class)
final class PlanningJobs implements UnfinishedWork {
    private static final Logger LOG = LoggerFactory.getLogger(PlanningJobs.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PlanJobShelf shelf;
    private final Searches searches;
    private final TravelTimes roads;
    private final SpeedByHour speeds;
    private final TravelSettings travel;
    private final RoadNetwork network;
    private final PlanSettings settings;
    private final ObjectMapper json;
    private final Clock wall;
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    PlanningJobs(
            PlanJobShelf shelf,
            Searches searches,
            TravelTimes roads,
            SpeedByHour speeds,
            TravelSettings travel,
            RoadNetwork network,
            PlanSettings settings,
            ObjectMapper json,
            @Named("wall") Clock wall) {
        this.shelf = shelf;
        this.searches = searches;
        this.roads = roads;
        this.speeds = speeds;
        this.travel = travel;
        this.network = network;
        this.settings = settings;
        this.json = json;
        this.wall = wall;
    }

    /** A job of this process. */
    private static final class Running {
        private volatile boolean cancelled;
        private volatile @Nullable SolveProgress progress;
    }

    /**
     * How a job stands.
     *
     * @param planId the job
     * @param status SOLVING, DONE, CANCELLED or FAILED
     * @param iterations of the search so far, while it runs in this process
     * @param result the plan as JSON when done
     */
    record Standing(
            String planId,
            String status,
            @Nullable Long iterations,
            @Nullable String result) {}

    /** Enters a job; the same key with the same request is the same job. */
    String enter(PlanRequest request, String key) {
        String fingerprint = Secrets.digest(written(request));
        String id = "j-" + Secrets.digest("plan|" + key).substring(0, 24);
        SolveLimits limits = limits(request);
        PlanTranslation translation = new PlanTranslation(request, settings, speeds, travel.zoneId());
        if (shelf.find(id).isEmpty()) {
            PlanningProblem problem = translation.problem(roads, network);
            if (running.size() >= settings.jobsWaitingMax() + settings.jobsAtOnce()) {
                throw new ProblemException(
                        ErrorCode.TOO_MANY_REQUESTS, settings.jobsWaitingMax() + " jobs wait already; try again later");
            }
            Instant now = wall.instant();
            shelf.prune(now.minus(settings.kept()));
            Instant until = now.plus(PATIENCE).plus(Duration.ofSeconds(settings.secondsMax() + 60L));
            Running job = new Running();
            if (running.putIfAbsent(id, job) == null) {
                if (shelf.enter(id, fingerprint, now, until)) {
                    Thread.ofVirtual().name("plan-" + id).start(() -> run(id, job, translation, problem, limits));
                } else {
                    running.remove(id);
                }
            }
        }
        boolean same = shelf.find(id)
                .map(kept -> kept.fingerprint().equals(fingerprint))
                .orElse(true);
        if (!same) {
            throw new ProblemException(ErrorCode.IDEMPOTENCY_KEY_REUSED, "Send a new key with a new request");
        }
        return id;
    }

    Standing get(String id) {
        PlanJobShelf.Kept kept = shelf.find(id).orElseThrow(() -> ProblemException.notFound("plan", id));
        Running job = running.get(id);
        SolveProgress progress = job == null ? null : job.progress;
        boolean lost =
                kept.status().equals("SOLVING") && job == null && wall.instant().isAfter(kept.until());
        return new Standing(
                id, lost ? "FAILED" : kept.status(), progress == null ? null : progress.rounds(), kept.result());
    }

    /** How the search of a job of this process stands, or null when it is not being searched here. */
    @Nullable
    SolveProgress progress(String id) {
        Running job = running.get(id);
        return job == null ? null : job.progress;
    }

    /** Stops a job; one that has ended stays as it is. */
    Standing cancel(String id) {
        get(id);
        shelf.end(id, "CANCELLED", null);
        Running job = running.get(id);
        if (job != null) {
            job.cancelled = true;
        }
        return get(id);
    }

    @Override
    public String name() {
        return "planning API";
    }

    @Override
    public long unfinished() {
        return running.size();
    }

    @PreDestroy
    void stop() {
        running.values().forEach(job -> job.cancelled = true);
    }

    private void run(String id, Running job, PlanTranslation translation, PlanningProblem problem, SolveLimits limits) {
        try {
            String result = searches.<@Nullable String>work(PATIENCE, () -> {
                Plan plan = searches.search(problem, limits, progress -> job.progress = progress, () -> job.cancelled);
                return job.cancelled ? null : written(PlanResponse.of(problem, plan, translation));
            });
            if (result != null && !job.cancelled) {
                shelf.end(id, "DONE", result);
            }
        } catch (RuntimeException trouble) {
            LOG.error("planning job {} failed", id, trouble);
            shelf.end(id, "FAILED", null);
        } finally {
            running.remove(id);
        }
    }

    private SolveLimits limits(PlanRequest request) {
        Integer seconds = request.seconds();
        Long iterations = request.iterations();
        if (seconds != null && (seconds < 1 || seconds > settings.secondsMax())) {
            throw ProblemException.invalid("seconds", seconds, "is outside 1 to " + settings.secondsMax());
        }
        if (iterations != null && (iterations < 1 || iterations > settings.iterationsMax())) {
            throw ProblemException.invalid("iterations", iterations, "is outside 1 to " + settings.iterationsMax());
        }
        int standard = iterations == null ? settings.secondsDefault() : settings.secondsMax();
        Long seed = request.seed();
        return new SolveLimits(
                Duration.ofSeconds(seconds == null ? standard : seconds),
                iterations == null ? SolveLimits.NO_ROUND_LIMIT : iterations,
                seed == null ? 1 : seed);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("a plan cannot be written as JSON", broken);
        }
    }
}
