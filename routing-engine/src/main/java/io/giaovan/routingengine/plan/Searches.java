package io.giaovan.routingengine.plan;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.check.Judgement;
import io.giaovan.routingengine.check.PlanCheck;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.solve.Planner;
import io.giaovan.routingengine.solve.SolveLimits;
import io.giaovan.routingengine.solve.SolveProgress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs searches, so many at once and no more, and lets no plan out that the judge does not find lawful. They have threads of
 * their own, since a search on one of the few threads that carry requests would let all requests wait. Safe for use by many
 * threads.
 */
@Singleton
public final class Searches {
    private final Planner planner = new Planner();
    private final Semaphore places;
    private final ExecutorService threads;

    Searches(PlanSettings settings) {
        this.places = new Semaphore(settings.jobsAtOnce());
        this.threads = Executors.newFixedThreadPool(
                settings.jobsAtOnce(),
                Thread.ofPlatform().name("search-", 0).daemon().factory());
    }

    /** Works as soon as there is room, refusing with TOO_MANY_REQUESTS when there is none in time. */
    public <T extends @Nullable Object> T work(Duration patience, Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(ErrorCode.TOO_MANY_REQUESTS, "All searches are busy; try again shortly");
            }
            return begin(work).get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ErrorCode.UNAVAILABLE, "The engine is stopping", stop);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException trouble -> throw trouble;
                case Error trouble -> throw trouble;
                case null, default -> throw new IllegalStateException("a search failed", failed);
            }
        }
    }

    /** Searches on this thread, which is one of {@link #work}'s. */
    public Plan search(
            PlanningProblem problem, SolveLimits limits, SolveProgress.Listener listener, BooleanSupplier cancelled) {
        Plan plan = planner.solve(problem, limits, listener, cancelled);
        Judgement judgement = PlanCheck.judge(problem, plan);
        if (!judgement.isLawful()) {
            throw new IllegalStateException(
                    "the judge refuses the plan: " + judgement.violations() + " " + judgement.falsehoods());
        }
        return plan;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private <T extends @Nullable Object> Future<T> begin(Supplier<T> work) {
        try {
            return threads.submit(() -> {
                try {
                    return work.get();
                } finally {
                    places.release();
                }
            });
        } catch (RejectedExecutionException stopping) {
            places.release();
            throw new ProblemException(ErrorCode.UNAVAILABLE, "The engine is stopping", stopping);
        }
    }
}
