package io.giaovan.routingengine.explain;

import io.giaovan.routingengine.model.Break;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.Reloading;
import io.giaovan.routingengine.model.Shipment;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.Visit;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.model.ZoneBan;
import io.giaovan.routingengine.rule.TriedRoute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts for every planned stop by driving its route without it. Pure. */
public final class StopAccounts {
    private static final int STOPS_BEFORE_TRIED = 60;

    private final PlanningProblem problem;
    private final Map<StopId, Stop> stops = new HashMap<>();
    private final Map<StopId, StopId> partner = new HashMap<>();

    private StopAccounts(PlanningProblem problem) {
        this.problem = problem;
        problem.stops().forEach(stop -> stops.put(stop.id(), stop));
        for (Shipment shipment : problem.shipments()) {
            partner.put(shipment.pickup(), shipment.delivery());
            partner.put(shipment.delivery(), shipment.pickup());
        }
    }

    /** One account per planned stop. */
    public static Map<StopId, StopAccount> of(PlanningProblem problem, Plan plan) {
        StopAccounts accounts = new StopAccounts(problem);
        Map<StopId, StopAccount> all = new HashMap<>();
        for (PlannedRoute route : plan.routes()) {
            accounts.route(Vehicles.get(problem, route.vehicle()), route).forEach(of -> all.put(of.stop(), of));
        }
        return all;
    }

    private List<StopAccount> route(Vehicle vehicle, PlannedRoute route) {
        Row row = Row.of(vehicle, route, stops);
        Map<StopId, Integer> slack = slack(vehicle, route);
        List<StopAccount> accounts = new ArrayList<>();
        for (Visit visit : route.visits()) {
            Stop stop = visit instanceof Visit.AtStop at ? stops.get(at.stop()) : null;
            if (stop != null) {
                List<@Nullable Stop> rest = without(row, stop.id());
                long restUnits = rest.stream().allMatch(other -> other == null)
                        ? 0
                        : TriedRoute.of(problem, vehicle, rest).route().cost().total();
                accounts.add(new StopAccount(
                        stop.id(),
                        vehicle.id(),
                        new PlanScore(0, 0, row.costUnits() - restUnits).costMinor(),
                        slack.getOrDefault(stop.id(), 0),
                        lateness(row, route, stop, visit)));
            }
        }
        return accounts;
    }

    /** The route's visits without a stop and its partner, and without trips that are then empty. */
    private List<@Nullable Stop> without(Row row, StopId id) {
        StopId other = partner.get(id);
        List<@Nullable Stop> rest = new ArrayList<>();
        for (Stop stop : row.visits()) {
            boolean emptyTrip = stop == null && (rest.isEmpty() || rest.getLast() == null) && row.fixed() == 0;
            boolean gone = stop != null && (stop.id().equals(id) || stop.id().equals(other));
            if (!gone && !emptyTrip) {
                rest.add(stop);
            }
        }
        while (!rest.isEmpty() && rest.getLast() == null) {
            rest.removeLast();
        }
        return rest;
    }

    private StopAccount.@Nullable Lateness lateness(Row row, PlannedRoute route, Stop stop, Visit visit) {
        int late = stop.windows().isEmpty()
                ? 0
                : visit.startSeconds() - stop.windows().getLast().endSeconds();
        if (late <= 0) {
            return null;
        }
        String leg = "; the leg here takes " + (visit.arrivalSeconds() - leftBefore(route, visit)) + " s";
        int last = stop.windows().getLast().endSeconds();
        List<@Nullable Stop> alone = new ArrayList<>(List.of(stop));
        int first = begun(TriedRoute.of(problem, vehicleAtStart(row.vehicle()), alone), stop.id());
        if (first > last) {
            boolean goods = stop.releaseSeconds() > row.vehicle().shift().startSeconds();
            return new StopAccount.Lateness(
                    late,
                    goods ? StopAccount.Cause.NOT_READY : StopAccount.Cause.TOO_FAR,
                    null,
                    0,
                    goods
                            ? "Its goods are ready at second " + stop.releaseSeconds() + ", so work begins at second "
                                    + first + " at the earliest" + leg
                            : "Even first on the route work begins at second " + first + leg);
        }
        return before(row, route, stop, visit.startSeconds(), late, leg);
    }

    private StopAccount.Lateness before(Row row, PlannedRoute route, Stop stop, int begun, int late, String leg) {
        StopId because = null;
        int gained = 0;
        int tried = 0;
        for (Stop other : row.visits()) {
            if (other != null && other.id().equals(stop.id()) || tried >= STOPS_BEFORE_TRIED) {
                break;
            }
            if (other == null || other.id().equals(partner.get(stop.id()))) {
                continue;
            }
            tried++;
            int gain = begun - begun(TriedRoute.of(problem, row.vehicle(), without(row, other.id())), stop.id());
            if (gain > gained) {
                gained = gain;
                because = other.id();
            }
        }
        Progress progress = row.vehicle().progress();
        if (because == null) {
            return progress != null && row.visits().indexOf(stop) <= row.fixed()
                    ? new StopAccount.Lateness(
                            late,
                            StopAccount.Cause.COMMITTED_BEFORE,
                            null,
                            0,
                            "The vehicle is free at second " + progress.atSeconds() + leg)
                    : new StopAccount.Lateness(
                            late,
                            StopAccount.Cause.ROUTE_BEFORE,
                            null,
                            0,
                            "The route reaches it at second " + begun + " after "
                                    + route.stops().indexOf(stop.id()) + " other stops" + leg);
        }
        boolean committed = progress != null && progress.committed().contains(because);
        return new StopAccount.Lateness(
                late,
                committed ? StopAccount.Cause.COMMITTED_BEFORE : StopAccount.Cause.STOP_BEFORE,
                because,
                gained,
                "Without stop " + because + " work would begin " + gained + " s earlier" + leg);
    }

    /** The vehicle as if it had nothing to do but one stop from where it is. */
    private static Vehicle vehicleAtStart(Vehicle vehicle) {
        return vehicle.progress() == null ? vehicle : vehicle.withProgress(null);
    }

    private static int begun(TriedRoute tried, StopId stop) {
        for (Visit visit : tried.route().visits()) {
            if (visit instanceof Visit.AtStop at && at.stop().equals(stop)) {
                return visit.startSeconds();
            }
        }
        throw new IllegalStateException("stop " + stop + " is not on the route that was tried");
    }

    private static int leftBefore(PlannedRoute route, Visit visit) {
        int place = route.visits().indexOf(visit);
        int left = route.startSeconds();
        return place == 0 ? left : Math.max(left, route.visits().get(place - 1).departureSeconds());
    }

    /** How much later each stop may be reached, from the route's end backwards. */
    private Map<StopId, Integer> slack(Vehicle vehicle, PlannedRoute route) {
        Progress progress = vehicle.progress();
        int departed = progress == null ? route.startSeconds() : progress.departedSeconds();
        int end = route.endSeconds();
        long allowed = Math.min(
                vehicle.shift().lastSecond() - end,
                (long) departed + vehicle.limits().seconds() - end);
        Set<Integer> taken = new HashSet<>();
        for (Visit visit : route.visits()) {
            if (visit instanceof Visit.Pause pause) {
                taken.add(pause.index());
            }
        }
        for (int i = progress == null ? 0 : progress.breaksTaken();
                i < vehicle.breaks().size();
                i++) {
            if (!taken.contains(i)) {
                allowed = Math.min(allowed, vehicle.breaks().get(i).latestSeconds() - end);
            }
        }
        Map<StopId, Integer> slack = new HashMap<>();
        for (Visit visit : route.visits().reversed()) {
            allowed = Math.max(0, allowed);
            switch (visit) {
                case Visit.AtStop at -> {
                    Stop stop = stops.get(at.stop());
                    allowed = Math.min(allowed, stop == null ? 0 : deferrable(stop, vehicle, at.startSeconds()));
                    allowed += at.startSeconds() - at.arrivalSeconds();
                    slack.put(at.stop(), (int) allowed);
                }
                case Visit.Pause pause -> {
                    Break rest = vehicle.breaks().get(pause.index());
                    allowed = Math.min(allowed, rest.latestSeconds() - pause.startSeconds());
                    allowed += pause.startSeconds() - pause.arrivalSeconds();
                }
                case Visit.Reload reload -> {
                    Reloading reloading = vehicle.reloading();
                    int work = reloading == null ? 0 : reloading.seconds();
                    allowed += reload.departureSeconds() - reload.arrivalSeconds() - work;
                }
            }
        }
        return slack;
    }

    /** Seconds from the start of work to the end of the window it lies in or the next closing of its zone. */
    private static int deferrable(Stop stop, Vehicle vehicle, int begun) {
        int until = stop.windows().isEmpty() ? PlanningProblem.SECONDS_MAX : begun;
        for (Window window : stop.windows()) {
            if (begun >= window.startSeconds() && begun <= window.endSeconds()) {
                until = window.endSeconds();
            }
        }
        int stay = stop.serviceSecondsOn(vehicle) + stop.setupSecondsOn(vehicle);
        for (ZoneBan ban : stop.zoneBans()) {
            if (ban.appliesTo(vehicle.type()) && ban.fromSeconds() - stay >= begun) {
                until = Math.min(until, ban.fromSeconds() - stay);
            }
        }
        return until - begun;
    }
}
