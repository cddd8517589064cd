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
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs searches, so many at once and no more, and lets no plan out that the judge does not find lawful. Safe for many threads. */
@Singleton
public final class Searches {
    private final Planner planner = new Planner();
    private final Semaphore places;

    Searches(PlanSettings settings) {
        this.places = new Semaphore(settings.jobsAtOnce());
    }

    /** Searches as soon as there is room, refusing with TOO_MANY_REQUESTS when there is none in time. */
    public Plan search(
            PlanningProblem problem,
            SolveLimits limits,
            Duration patience,
            SolveProgress.Listener listener,
            BooleanSupplier cancelled) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(ErrorCode.TOO_MANY_REQUESTS, "All searches are busy; try again shortly");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ErrorCode.UNAVAILABLE, "The engine is stopping", stop);
        }
        try {
            Plan plan = planner.solve(problem, limits, listener, cancelled);
            Judgement judgement = PlanCheck.judge(problem, plan);
            if (!judgement.isLawful()) {
                throw new IllegalStateException(
                        "the judge refuses the plan: " + judgement.violations() + " " + judgement.falsehoods());
            }
            return plan;
        } finally {
            places.release();
        }
    }
}
