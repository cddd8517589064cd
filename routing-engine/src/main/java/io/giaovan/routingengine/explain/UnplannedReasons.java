package io.giaovan.routingengine.explain;

import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.Shipment;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries each unplanned stop on each vehicle: alone, and at the best places of its planned route. What fails alone fails on
 * every route; for what fits alone the law is named that the best insertion breaks, and the judge has confirmed it. A
 * pickup and its delivery are tried together. Pure; the same plan gives the same reasons.
 */
public final class UnplannedReasons {
    /** Most unlocks for one stop. */
    public static final int UNLOCKS_MAX = 3;

    /** Routes driven through for one plan; stops whose turn comes later get the reason from trying them alone. */
    public static final int TRIALS_MAX = 60_000;

    private static final int PLACES_TRIED = 16;
    private static final int PLACES_TRIED_IN_LARGE_FLEETS = 4;
    private static final int LARGE_FLEET = 100;

    private final PlanningProblem problem;
    private final UnlockPrices prices;
    private final Map<StopId, Stop> stops = new HashMap<>();
    private final Map<StopId, Shipment> shipmentOf = new HashMap<>();
    private final Set<StopId> driven = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();
    private final Unlocking unlocking;
    private final int placesMax;
    private int trials;

    private UnplannedReasons(PlanningProblem problem, Plan plan, UnlockPrices prices) {
        this.problem = problem;
        this.prices = prices;
        problem.stops().forEach(stop -> stops.put(stop.id(), stop));
        for (Shipment shipment : problem.shipments()) {
            shipmentOf.put(shipment.pickup(), shipment);
            shipmentOf.put(shipment.delivery(), shipment);
        }
        Map<VehicleId, PlannedRoute> routes = new HashMap<>();
        plan.routes().forEach(route -> routes.put(route.vehicle(), route));
        for (Vehicle vehicle : problem.vehicles()) {
            Progress progress = vehicle.progress();
            if (progress != null) {
                driven.addAll(progress.driven());
            }
            rows.add(Row.of(vehicle, routes.get(vehicle.id()), stops));
        }
        placesMax = rows.size() > LARGE_FLEET ? PLACES_TRIED_IN_LARGE_FLEETS : PLACES_TRIED;
        unlocking = new Unlocking(problem, plan, prices, rows);
    }

    /** One entry for each unplanned stop, in the plan's order. */
    public static List<Unplanned> of(PlanningProblem problem, Plan plan) {
        return of(problem, plan, UnlockPrices.USUAL);
    }

    /** One entry for each unplanned stop, unlocks ranked by prices of one's own. */
    public static List<Unplanned> of(PlanningProblem problem, Plan plan, UnlockPrices prices) {
        UnplannedReasons reasons = new UnplannedReasons(problem, plan, prices);
        Map<List<Stop>, Unplanned> known = new HashMap<>();
        List<Unplanned> all = new ArrayList<>();
        for (StopId id : plan.unplanned()) {
            Stop stop = reasons.stops.get(id);
            if (stop != null) {
                List<Stop> wanted = reasons.wanted(stop);
                Unplanned found = known.computeIfAbsent(wanted, reasons::of);
                all.add(new Unplanned(id, found.reason(), found.detail(), found.byVehicle(), found.unlocks()));
            }
        }
        return all;
    }

    /** The stop, or the pickup and delivery that must be planned together. */
    private List<Stop> wanted(Stop stop) {
        Shipment shipment = shipmentOf.get(stop.id());
        Stop pickup = shipment == null ? null : stops.get(shipment.pickup());
        Stop delivery = shipment == null ? null : stops.get(shipment.delivery());
        if (pickup == null || delivery == null || driven.contains(pickup.id())) {
            return List.of(stop);
        }
        return List.of(pickup, delivery);
    }

    private Unplanned of(List<Stop> wanted) {
        List<Unplanned.OnVehicle> byVehicle = new ArrayList<>();
        List<Trial> best = new ArrayList<>();
        Unplanned.OnVehicle nearest = null;
        long nearestPrice = Trial.HOPELESS;
        for (Row row : rows) {
            Trial alone = alone(row, wanted);
            Trial inserted = trials < TRIALS_MAX ? best(row, wanted) : null;
            Unplanned.OnVehicle on = on(wanted, alone, inserted);
            byVehicle.add(on);
            long price = inserted == null ? alone.price() : inserted.price();
            if (nearest == null || price < nearestPrice) {
                nearest = on;
                nearestPrice = price;
            }
            if (inserted != null && inserted.changes() != null) {
                best.add(inserted);
            }
        }
        List<Unlock> unlocks = trials < TRIALS_MAX ? unlocking.unlocks(wanted, best) : List.of();
        trials += unlocking.takeTrials();
        StopId id = wanted.getFirst().id();
        return nearest == null
                ? new Unplanned(id, Reason.NOT_ALLOWED, "There is no vehicle", byVehicle, unlocks)
                : new Unplanned(id, nearest.reason(), nearest.detail(), byVehicle, unlocks);
    }

    private Trial trial(Vehicle vehicle, List<@Nullable Stop> visits) {
        trials++;
        return Trial.of(problem, vehicle, visits, prices);
    }

    /** With nothing else to do but what the vehicle is committed to; one under way may also go back to reload first. */
    private Trial alone(Row row, List<Stop> wanted) {
        List<@Nullable Stop> visits = new ArrayList<>(row.visits().subList(0, row.fixed()));
        visits.addAll(wanted);
        Trial at = trial(row.vehicle(), visits);
        Progress progress = row.vehicle().progress();
        if (at.broken() == null || progress == null || row.vehicle().reloading() == null) {
            return at;
        }
        visits.add(row.fixed(), null);
        Trial after = trial(row.vehicle(), visits);
        return after.price() < at.price() ? after : at;
    }

    /** The insertion that the least would have to change for, then the cheapest. */
    private Trial best(Row row, List<Stop> wanted) {
        return row.insertions(problem, wanted, placesMax).stream()
                .map(visits -> trial(row.vehicle(), visits))
                .min(Comparator.comparingLong(Trial::price).thenComparingLong(Trial::costUnits))
                .orElseThrow();
    }

    private Unplanned.OnVehicle on(List<Stop> wanted, Trial alone, @Nullable Trial inserted) {
        VehicleId vehicle = alone.vehicle().id();
        Law aloneBroken = alone.broken();
        Trial shown = inserted == null ? alone : inserted;
        Law law = shown.broken();
        if (inserted != null && law == null) {
            boolean optional = !wanted.getFirst().required();
            return new Unplanned.OnVehicle(
                    vehicle,
                    optional ? Reason.NOT_WORTH_IT : Reason.SEARCH_ENDED,
                    optional ? unlocking.notWorth(wanted, inserted) : "Fits; a longer search would plan it",
                    null,
                    0,
                    inserted.tried().route().stops());
        }
        if (aloneBroken != null) {
            Law named = inserted == null || inserted.tried().findings().amount(aloneBroken) > 0 ? aloneBroken : law;
            return new Unplanned.OnVehicle(
                    vehicle,
                    reason(aloneBroken, alone),
                    alone.words(problem, aloneBroken, wanted),
                    named,
                    named == null ? 0 : shown.judged(problem, named),
                    shown.tried().route().stops());
        }
        if (inserted == null || law == null) {
            return new Unplanned.OnVehicle(
                    vehicle,
                    Reason.ROUTES_FULL,
                    "Fits alone, but not beside the stops that are planned",
                    null,
                    0,
                    List.of());
        }
        return new Unplanned.OnVehicle(
                vehicle,
                Reason.ROUTES_FULL,
                "Fits alone; after the best insertion: " + inserted.words(problem, law, wanted),
                law,
                inserted.judged(problem, law),
                inserted.tried().route().stops());
    }

    private Reason reason(Law law, Trial alone) {
        return switch (law) {
            case ALLOWED_VEHICLE -> Reason.NOT_ALLOWED;
            case SKILLS -> Reason.SKILL_MISSING;
            case CAPACITY -> Reason.LOAD_TOO_LARGE;
            case CASH_LIMIT -> Reason.CASH_LIMIT;
            case REACHABLE -> Reason.UNREACHABLE;
            case SHIPMENT -> Reason.ON_OTHER_VEHICLE;
            case RELEASE -> Reason.NOT_READY;
            case TIME_WINDOW ->
                Relief.delays(alone.vehicle(), alone.visits(), alone.tried()).stream()
                                .anyMatch(delay -> delay.ban() != null)
                        ? Reason.ZONE_CLOSED
                        : Reason.WINDOW_MISSED;
            case SHIFT -> Reason.SHIFT_TOO_SHORT;
            case BREAK -> Reason.BREAK_MISSED;
            case MOST_STOPS, MOST_METRES, MOST_SECONDS, MOST_TRIPS -> Reason.ROUTE_LIMIT;
            case COMMITTED,
                    UNPLANNED,
                    SKIPPED,
                    FIXED_PRICE,
                    TIME_PRICE,
                    DISTANCE_PRICE,
                    OVERTIME_PRICE,
                    LATENESS_PRICE,
                    MOVE_PRICE,
                    BALANCE_PRICE -> throw new IllegalStateException("law: " + law + " keeps no stop from a vehicle");
        };
    }
}
