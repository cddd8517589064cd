package io.giaovan.benchmarks.plan.peer.timefold;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import io.giaovan.benchmarks.plan.peer.lean.Call;
import java.util.ArrayList;
import java.util.List;

/** A vehicle's calls in order, as Timefold's planning entity. */
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
