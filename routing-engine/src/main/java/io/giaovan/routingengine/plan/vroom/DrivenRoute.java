package io.giaovan.routingengine.plan.vroom;

import java.util.List;

/**
 * A route, as it is answered.
 *
 * @param vehicle who drives it
 * @param cost in all
 * @param priority of its tasks in all
 * @param delivered amounts that left the vehicle at tasks
 * @param collected amounts that entered it at tasks
 * @param steps in order
 * @param violations what it breaks, each cause once
 */
record DrivenRoute(
        VroomVehicle vehicle,
        long cost,
        long priority,
        int[] delivered,
        int[] collected,
        List<DrivenStep> steps,
        List<VroomViolation> violations) {
    long setup() {
        return steps.stream().mapToLong(DrivenStep::setup).sum();
    }

    long service() {
        return steps.stream().mapToLong(DrivenStep::service).sum();
    }

    long waiting() {
        return steps.stream().mapToLong(DrivenStep::waiting).sum();
    }

    long duration() {
        return steps.getLast().duration();
    }

    long distance() {
        return steps.getLast().distance();
    }
}
