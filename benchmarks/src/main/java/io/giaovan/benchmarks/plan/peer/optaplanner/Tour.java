package io.giaovan.benchmarks.plan.peer.optaplanner;

import io.giaovan.benchmarks.plan.peer.lean.Call;
import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.variable.PlanningListVariable;

/** A vehicle's calls in order, as OptaPlanner's planning entity. */
@PlanningEntity
public class Tour {
    private int number;

    @PlanningListVariable
    private List<Call> calls = new ArrayList<>();

    /** For the solver's copies. */
    public Tour() {}

    Tour(int number, List<Call> calls) {
        this.number = number;
        this.calls = calls;
    }

    int number() {
        return number;
    }

    List<Call> calls() {
        return calls;
    }
}
