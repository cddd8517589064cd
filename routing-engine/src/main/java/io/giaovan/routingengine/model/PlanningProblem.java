package io.giaovan.routingengine.model;

import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One planning problem. All times are whole seconds from an epoch that the caller chooses, all distances whole metres, all
 * prices whole minor units of money, all locations indices into the travel matrices.
 *
 * @param vehicles at most {@value #VEHICLES_MAX}
 * @param stops at most {@value #STOPS_MAX}
 * @param shipments pickup and delivery pairs; a stop is part of at most one
 * @param travel a matrix per vehicle profile, all over the same locations
 * @param objective what counts first among lawful plans
 * @param balancePrice minor units for the square of each route's working hours, so that work is spread; 0 for none
 * @param warmStart today's plan, or null
 */
public record PlanningProblem(
        List<Vehicle> vehicles,
        List<Stop> stops,
        List<Shipment> shipments,
        Map<String, TravelMatrix> travel,
        Objective objective,
        long balancePrice,
        @Nullable WarmStart warmStart) {
    public static final int VEHICLES_MAX = 15_000;
    public static final int STOPS_MAX = 15_000;
    public static final int DIMENSIONS_MAX = 8;
    public static final int SKILLS_MAX = 64;
    public static final int BREAKS_MAX = 4;
    public static final int LOAD_MAX = 1_000_000_000;
    public static final int SECONDS_MAX = 100_000_000;
    public static final long PRICE_MAX = 1_000_000_000_000L;

    public PlanningProblem {
        vehicles = List.copyOf(vehicles);
        stops = List.copyOf(stops);
        shipments = List.copyOf(shipments);
        travel = Map.copyOf(travel);
        Checks.size("vehicles", vehicles.size(), VEHICLES_MAX);
        Checks.size("stops", stops.size(), STOPS_MAX);
        Checks.range("balancePrice", balancePrice, 0, PRICE_MAX);
        ProblemChecks.check(vehicles, stops, shipments, travel);
    }

    /** A problem with one matrix for the profile {@code default}, weighing cost. */
    public static PlanningProblem of(List<Vehicle> vehicles, List<Stop> stops, TravelMatrix travel) {
        return new PlanningProblem(vehicles, stops, List.of(), Map.of("default", travel), Objective.COST, 0, null);
    }

    public PlanningProblem withShipments(List<Shipment> newShipments) {
        return new PlanningProblem(vehicles, stops, newShipments, travel, objective, balancePrice, warmStart);
    }

    public PlanningProblem withObjective(Objective newObjective) {
        return new PlanningProblem(vehicles, stops, shipments, travel, newObjective, balancePrice, warmStart);
    }

    public PlanningProblem withBalancePrice(long newBalancePrice) {
        return new PlanningProblem(vehicles, stops, shipments, travel, objective, newBalancePrice, warmStart);
    }

    public PlanningProblem withWarmStart(@Nullable WarmStart newWarmStart) {
        return new PlanningProblem(vehicles, stops, shipments, travel, objective, balancePrice, newWarmStart);
    }

    public PlanningProblem withVehicles(List<Vehicle> newVehicles) {
        return new PlanningProblem(newVehicles, stops, shipments, travel, objective, balancePrice, warmStart);
    }

    public PlanningProblem withStops(List<Stop> newStops) {
        return new PlanningProblem(vehicles, newStops, shipments, travel, objective, balancePrice, warmStart);
    }

    /** The matrix that a vehicle drives by. */
    public TravelMatrix travelOf(Vehicle vehicle) {
        TravelMatrix matrix = travel.get(vehicle.profile());
        if (matrix == null) {
            throw new IllegalArgumentException("travel: no matrix for profile '" + vehicle.profile() + "'");
        }
        return matrix;
    }

    /** How many load dimensions the vehicles state. */
    public int dimensions() {
        return vehicles.isEmpty() ? 0 : vehicles.getFirst().capacities().size();
    }
}
