package io.giaovan.routingengine.rule;

import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.RouteCost;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A route that is tried out: driven as well as it can be, whether or not that is lawful, and written down so that the judge
 * can read it.
 *
 * @param route the visits with their times and the cost
 * @param findings what it breaks and costs
 */
public record TriedRoute(PlannedRoute route, RouteFindings findings) {
    /**
     * Drives a vehicle through visits in order.
     *
     * @param visits at least one stop; null is a visit to reload; committed stops come first as in the vehicle's progress
     */
    public static TriedRoute of(PlanningProblem problem, Vehicle vehicle, List<@Nullable Stop> visits) {
        RouteFindings findings = RouteFindings.of(problem, vehicle, visits, committed(vehicle, visits));
        Timetable table = Objects.requireNonNull(findings.timetable(), "visits: there is no stop to drive to");
        RouteCost cost = new RouteCost(
                findings.amount(Law.FIXED_PRICE),
                findings.amount(Law.TIME_PRICE),
                findings.amount(Law.DISTANCE_PRICE),
                findings.amount(Law.OVERTIME_PRICE),
                findings.amount(Law.LATENESS_PRICE),
                findings.amount(Law.MOVE_PRICE),
                findings.amount(Law.BALANCE_PRICE));
        return new TriedRoute(
                new PlannedRoute(vehicle.id(), table.start(), table.end(), (int) table.metres(), table.visits(), cost),
                findings);
    }

    /** How many of the visits are the stops that the vehicle is committed to. */
    public static int committed(Vehicle vehicle, List<@Nullable Stop> visits) {
        Progress progress = vehicle.progress();
        List<StopId> committed = progress == null ? List.of() : progress.committed();
        int count = 0;
        while (count < visits.size()
                && count < committed.size()
                && visits.get(count) instanceof Stop stop
                && stop.id().equals(committed.get(count))) {
            count++;
        }
        return count;
    }

    public boolean isLawful() {
        for (Law law : Law.values()) {
            if (law.level() == Law.Level.HARD && findings.amount(law) > 0) {
                return false;
            }
        }
        return true;
    }

    /** How far the worst trip is above the capacity in a dimension; 0 or less when it is not. */
    public long overload(int dimension) {
        return findings.overloads().get(dimension);
    }

    /** How far the worst trip is above the cash limit; 0 or less when it is not. */
    public long cashOver() {
        return findings.overloads().getLast();
    }
}
