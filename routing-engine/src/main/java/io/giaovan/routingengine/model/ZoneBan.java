package io.giaovan.routingengine.model;

import java.util.Set;

/**
 * A time in which vehicles of some types may not stand at a stop, because it lies in a restricted zone: the stay, with full
 * set-up and service, may touch the ban's ends but not overlap it.
 *
 * @param vehicleTypes types that are banned; empty means every type
 * @param fromSeconds start of the ban, from the problem's epoch
 * @param toSeconds end of the ban, after its start
 */
public record ZoneBan(Set<String> vehicleTypes, int fromSeconds, int toSeconds) {
    public ZoneBan {
        vehicleTypes = Set.copyOf(vehicleTypes);
        Checks.range("zoneBan.fromSeconds", fromSeconds, 0, PlanningProblem.SECONDS_MAX);
        Checks.range("zoneBan.toSeconds", toSeconds, fromSeconds + 1L, PlanningProblem.SECONDS_MAX);
    }

    public boolean appliesTo(String vehicleType) {
        return vehicleTypes.isEmpty() || vehicleTypes.contains(vehicleType);
    }
}
