package io.giaovan.benchmarks.plan.peer.timefold;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import io.giaovan.benchmarks.plan.peer.lean.Call;
import io.giaovan.benchmarks.plan.task.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All tours, as Timefold's planning solution. */
@PlanningSolution
public class Tours {
    @Nullable
    Task task;

    @ProblemFactCollectionProperty
    @ValueRangeProvider
    private List<Call> calls = new ArrayList<>();

    @PlanningEntityCollectionProperty
    private List<Tour> tours = new ArrayList<>();

    @PlanningScore
    private @Nullable HardSoftLongScore score;

    /** For the solver's copies. */
    public Tours() {}

    Tours(Task task, List<Call> calls, List<Tour> tours) {
        this.task = task;
        this.calls = calls;
        this.tours = tours;
    }

    List<Tour> tours() {
        return tours;
    }
}
