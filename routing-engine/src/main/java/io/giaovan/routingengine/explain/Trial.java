package io.giaovan.routingengine.explain;

import io.giaovan.routingengine.check.PlanCheck;
import io.giaovan.routingengine.check.Violation;
import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Reloading;
import io.giaovan.routingengine.model.RouteLimits;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.rule.TriedRoute;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One way to take a stop into a vehicle's route, driven through.
 *
 * @param vehicle who
 * @param visits with the stop among them
 * @param tried the route that comes of it
 * @param changes what would make it lawful, null when nothing does
 * @param price of the changes in minor units, {@link #HOPELESS} when nothing does
 */
record Trial(
        Vehicle vehicle,
        List<@Nullable Stop> visits,
        TriedRoute tried,
        @Nullable List<Change> changes,
        long price) {
    static final long HOPELESS = Long.MAX_VALUE;

    /** The order in which one law is named before another where several are broken. */
    private static final List<Law> NAMED_FIRST = List.of(
            Law.ALLOWED_VEHICLE,
            Law.SKILLS,
            Law.SHIPMENT,
            Law.REACHABLE,
            Law.CAPACITY,
            Law.CASH_LIMIT,
            Law.RELEASE,
            Law.TIME_WINDOW,
            Law.SHIFT,
            Law.MOST_STOPS,
            Law.MOST_METRES,
            Law.MOST_SECONDS,
            Law.MOST_TRIPS,
            Law.BREAK);

    static Trial of(PlanningProblem problem, Vehicle vehicle, List<@Nullable Stop> visits, UnlockPrices prices) {
        TriedRoute tried = TriedRoute.of(problem, vehicle, visits);
        return Relief.of(vehicle, visits, tried)
                .map(changes -> new Trial(vehicle, visits, tried, changes, priceOf(problem, changes, prices)))
                .orElseGet(() -> new Trial(vehicle, visits, tried, null, HOPELESS));
    }

    static long priceOf(PlanningProblem problem, List<Change> changes, UnlockPrices prices) {
        return changes.stream()
                .mapToLong(change -> change.price(problem, prices))
                .sum();
    }

    long costUnits() {
        return tried.route().cost().total();
    }

    /** The law to name, or null when the route is lawful. */
    @Nullable
    Law broken() {
        for (Law law : NAMED_FIRST) {
            if (tried.findings().amount(law) > 0) {
                return law;
            }
        }
        return null;
    }

    /** By how much the route breaks a law in the eyes of the judge. */
    long judged(PlanningProblem problem, Law law) {
        Plan alone = new Plan(List.of(tried.route()), List.of(), new PlanScore(0, 0, 0));
        long amount = PlanCheck.judge(problem, alone).violations().stream()
                .filter(violation -> violation.law() == law)
                .mapToLong(Violation::amount)
                .sum();
        if (amount == 0) {
            throw new IllegalStateException("vehicle " + vehicle.id() + ": the rules find " + law + " broken by "
                    + tried.findings().amount(law) + ", the judge does not");
        }
        return amount;
    }

    /** The law in words, with figures. */
    String words(PlanningProblem problem, Law law, List<Stop> wanted) {
        RouteLimits limits = vehicle.limits();
        long over = tried.findings().amount(law);
        return switch (law) {
            case CAPACITY -> capacity();
            case CASH_LIMIT ->
                "Cash would be " + (limits.cash() + tried.cashOver()) + ", the courier may hold " + limits.cash();
            case TIME_WINDOW -> window();
            case SHIFT ->
                "Would be back at second " + tried.route().endSeconds() + ", the shift ends at second "
                        + vehicle.shift().lastSecond();
            case BREAK -> over + " of " + vehicle.breaks().size() + " breaks would not begin in time";
            case REACHABLE -> noRoad(problem.travelOf(vehicle));
            case SKILLS -> "Needs " + skills(wanted) + ", has " + new TreeSet<>(vehicle.skills());
            case ALLOWED_VEHICLE -> "The stop is kept for other vehicles";
            case SHIPMENT -> "The pickup is on another vehicle";
            case MOST_STOPS -> "Would have " + (limits.stops() + over) + " stops of at most " + limits.stops();
            case MOST_METRES -> "Would drive " + (limits.metres() + over) + " m of at most " + limits.metres();
            case MOST_SECONDS -> "Would take " + (limits.seconds() + over) + " s of at most " + limits.seconds();
            case MOST_TRIPS -> "Would make " + (limits.trips() + over) + " trips of at most " + limits.trips();
            case RELEASE -> "The trip left " + over + " s before the goods were ready";
            case COMMITTED,
                    UNPLANNED,
                    SKIPPED,
                    FIXED_PRICE,
                    TIME_PRICE,
                    DISTANCE_PRICE,
                    OVERTIME_PRICE,
                    LATENESS_PRICE,
                    MOVE_PRICE,
                    BALANCE_PRICE -> law.label() + ": " + over + " " + law.unit();
        };
    }

    /** The first leg of the route that cannot be driven. */
    private String noRoad(TravelMatrix travel) {
        int from = vehicle.fromLocation();
        String fromName = "the start";
        for (Stop stop : visits) {
            Reloading reloading = vehicle.reloading();
            int to = stop != null ? stop.location() : reloading != null ? reloading.location() : from;
            String toName = stop == null ? "the place to reload" : "stop " + stop.id();
            if (isCut(travel, from, to)) {
                return "No road leads from " + fromName + " to " + toName + " for " + vehicle.profile();
            }
            from = to;
            fromName = toName;
        }
        return isCut(travel, from, vehicle.endLocation())
                ? "No road leads from " + fromName + " to the end for " + vehicle.profile()
                : "No road leads there and back for " + vehicle.profile();
    }

    private static boolean isCut(TravelMatrix travel, int from, int to) {
        return from != Vehicle.OPEN && to != Vehicle.OPEN && !travel.isReachable(from, to);
    }

    private String capacity() {
        for (int d = 0; d < vehicle.capacities().size(); d++) {
            long over = tried.overload(d);
            if (over > 0) {
                int capacity = vehicle.capacities().get(d);
                return "Load " + d + " would be " + (capacity + over) + ", the vehicle carries " + capacity;
            }
        }
        return "";
    }

    private String window() {
        for (Relief.Delay delay : Relief.delays(vehicle, visits, tried)) {
            if (delay.seconds() > 0) {
                return "Stop " + delay.stop().id() + " would begin at second " + delay.begun() + ", " + delay.seconds()
                        + " s after its last window ending at second "
                        + delay.stop().windows().getLast().endSeconds()
                        + (delay.stop().lateSecondsMax() > 0
                                ? " with " + delay.stop().lateSecondsMax() + " s tolerated"
                                : "");
            }
            if (delay.ban() != null) {
                int stay = delay.stop().serviceSecondsOn(vehicle) + delay.stop().setupSecondsOn(vehicle);
                return "Stop " + delay.stop().id() + " would begin at second " + delay.begun()
                        + (delay.begun() + stay <= delay.ban().fromSeconds()
                                ? ", its later windows are closed to "
                                : ", closed to ")
                        + vehicle.type() + " from second " + delay.ban().fromSeconds() + " to second "
                        + delay.ban().toSeconds();
            }
        }
        return "";
    }

    private static Set<String> skills(List<Stop> wanted) {
        Set<String> needed = new TreeSet<>();
        wanted.forEach(stop -> needed.addAll(stop.skills()));
        return needed;
    }
}
