package io.giaovan.benchmarks.plan.peer.optaplanner;

import io.giaovan.benchmarks.plan.peer.lean.Call;
import io.giaovan.benchmarks.plan.task.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/** All tours, as OptaPlanner's planning solution. */
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
