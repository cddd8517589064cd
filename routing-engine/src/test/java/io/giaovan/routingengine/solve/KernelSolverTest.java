package io.giaovan.routingengine.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KernelSolverTest {
    @Test
    void theKernelRunsAsAPhaseOfOptaPlannerAndGivesTheSamePlan() {
        PlanningProblem problem = Problems.everything(4, 30);
        SolveLimits limits = SolveLimits.rounds(200, 4);

        Plan direct = new Planner().solve(problem, limits);
        Plan within = new KernelSolver(new Planner()).solve(problem, limits, SolveProgress.Listener.NONE, () -> false);

        assertThat(within).isEqualTo(direct);
    }
}
