package io.giaovan.routingengine.explain;

import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.Visit;
import io.giaovan.routingengine.rule.TriedRoute;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one vehicle does in a plan, without its breaks.
 *
 * @param vehicle who
 * @param visits in order, null being a visit to reload
 * @param leaves entry i is when it drives to visit i, the last when it drives to its end
 * @param fixed how many of the first visits it is committed to
 * @param costUnits of the route, in price units
 */
record Row(Vehicle vehicle, List<@Nullable Stop> visits, List<Integer> leaves, int fixed, long costUnits) {
    static Row of(Vehicle vehicle, @Nullable PlannedRoute route, Map<StopId, Stop> stops) {
        Progress progress = vehicle.progress();
        List<@Nullable Stop> visits = new ArrayList<>();
        List<Integer> leaves = new ArrayList<>();
        leaves.add(progress == null ? vehicle.shift().startSeconds() : progress.atSeconds());
        for (Visit visit : route == null ? List.<Visit>of() : route.visits()) {
            if (!(visit instanceof Visit.Pause)) {
                visits.add(visit instanceof Visit.AtStop at ? stops.get(at.stop()) : null);
                leaves.add(visit.departureSeconds());
            }
        }
        return new Row(
                vehicle,
                visits,
                leaves,
                TriedRoute.committed(vehicle, visits),
                route == null ? 0 : route.cost().total());
    }

    /** The visits with one more before a place. */
    List<@Nullable Stop> with(int place, Stop stop) {
        List<@Nullable Stop> longer = new ArrayList<>(visits);
        longer.add(place, stop);
        return longer;
    }

    /** The visits without the one at a place. */
    List<@Nullable Stop> without(int place) {
        List<@Nullable Stop> shorter = new ArrayList<>(visits);
        shorter.remove(place);
        return shorter;
    }

    /**
     * All ways to take in one stop, or a pickup and its delivery, that look best by detour, waiting and delay, with a trip of
     * their own at either end of the day where the vehicle can reload.
     *
     * @param wanted one stop, or two in order
     * @param placesMax how many places are tried for each
     */
    List<List<@Nullable Stop>> insertions(PlanningProblem problem, List<Stop> wanted, int placesMax) {
        List<List<@Nullable Stop>> ways = new ArrayList<>();
        Stop first = wanted.getFirst();
        if (wanted.size() == 1) {
            for (int place : places(problem, first, placesMax)) {
                ways.add(with(place, first));
            }
        } else {
            Stop second = wanted.getLast();
            for (int from : places(problem, first, placesMax)) {
                for (int to : places(problem, second, placesMax)) {
                    if (to >= from) {
                        List<@Nullable Stop> way = with(from, first);
                        way.add(to + 1, second);
                        ways.add(way);
                    }
                }
                List<@Nullable Stop> together = with(from, first);
                together.add(from + 1, second);
                ways.add(together);
            }
        }
        if (vehicle.reloading() != null && !visits.isEmpty()) {
            List<@Nullable Stop> after = new ArrayList<>(visits);
            after.add(null);
            after.addAll(wanted);
            ways.add(after);
            if (vehicle.progress() == null) {
                List<@Nullable Stop> before = new ArrayList<>(wanted);
                before.add(null);
                before.addAll(visits);
                ways.add(before);
            }
        }
        return ways;
    }

    private List<Integer> places(PlanningProblem problem, Stop stop, int placesMax) {
        TravelMatrix travel = problem.travelOf(vehicle);
        return IntStream.rangeClosed(fixed, visits.size())
                .boxed()
                .sorted(Comparator.comparingLong(place -> strain(travel, stop, place)))
                .limit(placesMax)
                .toList();
    }

    /** Seconds of detour, of waiting for the stop's window and of coming after it. */
    private long strain(TravelMatrix travel, Stop stop, int place) {
        int before = location(place - 1);
        int after = location(place);
        long there = seconds(travel, before, stop.location());
        long strain = there + seconds(travel, stop.location(), after) - seconds(travel, before, after);
        if (!stop.windows().isEmpty()) {
            long arrival = leaves.get(place) + there;
            strain += Math.max(0, stop.windows().getFirst().startSeconds() - arrival);
            strain += Math.max(0, arrival - stop.windows().getLast().endSeconds());
        }
        return strain;
    }

    private int location(int place) {
        if (place < 0) {
            return vehicle.fromLocation();
        }
        if (place >= visits.size()) {
            return vehicle.endLocation();
        }
        Stop stop = visits.get(place);
        return stop != null
                ? stop.location()
                : vehicle.reloading() == null
                        ? vehicle.fromLocation()
                        : vehicle.reloading().location();
    }

    private static long seconds(TravelMatrix travel, int from, int to) {
        return from == Vehicle.OPEN || to == Vehicle.OPEN ? 0 : travel.seconds(from, to);
    }
}
