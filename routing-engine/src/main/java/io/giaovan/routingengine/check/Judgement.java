package io.giaovan.routingengine.check;

import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.RouteCost;
import io.giaovan.routingengine.model.VehicleId;
import java.util.List;
import java.util.Map;

/**
 * What the judge finds.
 *
 * @param violations laws that the plan breaks; empty for a lawful plan
 * @param falsehoods statements of the plan that do not follow from it: times, distances, costs, stops counted twice or lost
 * @param score as the judge works it out; hard is the sum of the violations' amounts
 * @param costs cost per used vehicle
 */
public record Judgement(
        List<Violation> violations, List<String> falsehoods, PlanScore score, Map<VehicleId, RouteCost> costs) {
    public Judgement {
        violations = List.copyOf(violations);
        falsehoods = List.copyOf(falsehoods);
        costs = Map.copyOf(costs);
    }

    public boolean isLawful() {
        return violations.isEmpty() && falsehoods.isEmpty();
    }
}
