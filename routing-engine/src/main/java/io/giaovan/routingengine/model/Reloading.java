package io.giaovan.routingengine.model;

/**
 * Where and how long a vehicle reloads between trips.
 *
 * @param location index into the travel matrix
 * @param seconds time spent there
 */
public record Reloading(int location, int seconds) {
    public Reloading {
        Checks.range("reloading.location", location, 0, Integer.MAX_VALUE);
        Checks.range("reloading.seconds", seconds, 0, PlanningProblem.SECONDS_MAX);
    }
}
