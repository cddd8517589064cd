package io.giaovan.routingengine.dispatch.day;

/** Where a plan stands. */
public sealed interface PlanState {
    /** Being searched for, or waiting for its turn. */
    record Solving() implements PlanState {}

    /** Found and judged lawful; nobody drives it yet. */
    record Proposed(PlanResult result) implements PlanState {}

    /** On its way to the couriers. */
    record Releasing(PlanResult result) implements PlanState {}

    /** With the couriers. */
    record Released(PlanResult result) implements PlanState {}

    /** Not wanted. */
    record Discarded(PlanResult result) implements PlanState {}

    /** No plan came of it. */
    record Failed(String reason) implements PlanState {}
}
