package io.giaovan.routingengine.check;

import io.giaovan.routingengine.model.Break;
import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.Objective;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.Reloading;
import io.giaovan.routingengine.model.RouteCost;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.Visit;
import io.giaovan.routingengine.model.WarmStart;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.model.ZoneBan;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges one route by walking through its visits with the plan's own times. */
final class RouteCheck {
    private final PlanningProblem problem;
    private final Vehicle vehicle;
    private final PlannedRoute route;
    private final Map<StopId, Stop> stopById;
    private final List<Violation> violations;
    private final List<String> falsehoods;
    private final TravelMatrix travel;
    private final @Nullable Progress progress;

    private int place;
    private int now;
    private long metres;
    private long late;
    private int nextBreak;
    private int reloads;
    private int tripStart;

    RouteCheck(
            PlanningProblem problem,
            Vehicle vehicle,
            PlannedRoute route,
            Map<StopId, Stop> stopById,
            List<Violation> violations,
            List<String> falsehoods) {
        this.problem = problem;
        this.vehicle = vehicle;
        this.route = route;
        this.stopById = stopById;
        this.violations = violations;
        this.falsehoods = falsehoods;
        travel = problem.travelOf(vehicle);
        progress = vehicle.progress();
    }

    RouteCost judge() {
        departure();
        boolean left = false;
        for (Visit visit : route.visits()) {
            if (!left && !(visit instanceof Visit.Pause)) {
                leave();
                left = true;
            }
            switch (visit) {
                case Visit.AtStop at -> atStop(at);
                case Visit.Reload reload -> reload(reload);
                case Visit.Pause pause -> pause(pause);
            }
        }
        drive(vehicle.endLocation());
        claim("endSeconds", route.endSeconds(), now);
        claim("metres", route.metres(), metres);
        whole();
        new LoadCheck(problem, vehicle, route, stopById, violations).judge();
        RouteCost cost = cost();
        if (!cost.equals(route.cost())) {
            falsehoods.add("vehicle " + vehicle.id() + ": cost says " + route.cost() + ", is " + cost);
        }
        return cost;
    }

    private void claim(String what, long says, long is) {
        if (says != is) {
            falsehoods.add("vehicle " + vehicle.id() + ": " + what + " says " + says + ", is " + is);
        }
    }

    private void broken(Law law, long amount, String where) {
        if (amount > 0) {
            violations.add(new Violation(law, amount, "vehicle " + vehicle.id() + ": " + where));
        }
    }

    private void departure() {
        place = vehicle.fromLocation();
        now = progress == null ? vehicle.shift().startSeconds() : progress.atSeconds();
        nextBreak = progress == null ? 0 : progress.breaksTaken();
    }

    /** Leaves the start: no earlier than breaks taken there and the shift allow. */
    private void leave() {
        if (route.startSeconds() < now) {
            falsehoods.add("vehicle " + vehicle.id() + ": leaves at " + route.startSeconds() + ", is free at " + now);
        }
        now = route.startSeconds();
        tripStart = progress == null ? now : progress.tripDepartedSeconds();
    }

    private void drive(int to) {
        if (place != Vehicle.OPEN && to != Vehicle.OPEN) {
            if (travel.isReachable(place, to)) {
                now += travel.seconds(place, to);
                metres += travel.metres(place, to);
            } else {
                broken(Law.REACHABLE, 1, "no road from " + place + " to " + to);
            }
        }
        place = to == Vehicle.OPEN ? place : to;
    }

    private void atStop(Visit.AtStop visit) {
        Stop stop = stopById.get(visit.stop());
        if (stop == null) {
            throw new IllegalArgumentException("plan: stop " + visit.stop() + " is not in the problem");
        }
        int before = place;
        drive(stop.location());
        String at = "stop " + stop.id() + " ";
        claim(at + "location", visit.location(), stop.location());
        claim(at + "arrival", visit.arrivalSeconds(), now);
        if (visit.startSeconds() < now) {
            falsehoods.add(at + "begins at " + visit.startSeconds() + " before arrival at " + now);
        }
        now = visit.startSeconds();
        window(stop, now);
        int full = stop.serviceSecondsOn(vehicle) + stop.setupSecondsOn(vehicle);
        if (!isCommitted(stop)) {
            for (ZoneBan ban : stop.zoneBans()) {
                boolean overlaps = now < ban.toSeconds() && now + full > ban.fromSeconds();
                if (ban.appliesTo(vehicle.type()) && overlaps) {
                    broken(Law.TIME_WINDOW, 1, at + "stays in a zone banned from " + ban.fromSeconds());
                }
            }
        }
        now += before == stop.location() ? stop.serviceSecondsOn(vehicle) : full;
        claim(at + "departure", visit.departureSeconds(), now);
        if (!isCommitted(stop)) {
            fitting(stop, at);
        }
    }

    private void fitting(Stop stop, String at) {
        if (!stop.allowedVehicles().isEmpty() && !stop.allowedVehicles().contains(vehicle.id())) {
            broken(Law.ALLOWED_VEHICLE, 1, at + "may not be on it");
        }
        Set<String> missing = new HashSet<>(stop.skills());
        missing.removeAll(vehicle.skills());
        broken(Law.SKILLS, missing.size(), at + "needs " + missing);
        broken(Law.RELEASE, stop.releaseSeconds() - tripStart, at + "is released at " + stop.releaseSeconds());
    }

    private boolean isCommitted(Stop stop) {
        return progress != null && progress.committed().contains(stop.id());
    }

    private void window(Stop stop, int begun) {
        if (stop.windows().isEmpty()) {
            return;
        }
        for (Window window : stop.windows()) {
            if (begun >= window.startSeconds() && begun <= window.endSeconds()) {
                return;
            }
        }
        int last = stop.windows().getLast().endSeconds();
        if (begun > last) {
            late += (begun - last) * stop.latePricePerHour() * PlanScore.UNITS_PER_HOURLY_SECOND;
            if (!isCommitted(stop)) {
                broken(
                        Law.TIME_WINDOW,
                        begun - last - stop.lateSecondsMax(),
                        "stop " + stop.id() + " begins at " + begun);
            }
        } else {
            broken(Law.TIME_WINDOW, 1, "stop " + stop.id() + " begins at " + begun + ", between its windows");
        }
    }

    private void reload(Visit.Reload visit) {
        Reloading reloading = vehicle.reloading();
        if (reloading == null) {
            broken(Law.MOST_TRIPS, 1, "reloads but has nowhere to");
            return;
        }
        reloads++;
        drive(reloading.location());
        claim("reload arrival", visit.arrivalSeconds(), now);
        claim("reload location", visit.location(), reloading.location());
        if (visit.departureSeconds() < now + reloading.seconds()) {
            falsehoods.add("vehicle " + vehicle.id() + ": reload ends at " + visit.departureSeconds() + " too early");
        }
        now = visit.departureSeconds();
        tripStart = now;
    }

    private void pause(Visit.Pause visit) {
        if (nextBreak >= vehicle.breaks().size()) {
            falsehoods.add("vehicle " + vehicle.id() + ": takes a break it does not have");
            return;
        }
        claim("break index", visit.index(), nextBreak);
        Break pause = vehicle.breaks().get(nextBreak++);
        claim("break arrival", visit.arrivalSeconds(), now);
        boolean timely = visit.startSeconds() >= Math.max(now, pause.earliestSeconds())
                && visit.startSeconds() <= pause.latestSeconds();
        broken(Law.BREAK, timely ? 0 : 1, "break begins at " + visit.startSeconds());
        now = visit.startSeconds() + pause.seconds();
        claim("break departure", visit.departureSeconds(), now);
    }

    private void whole() {
        int driven = progress == null ? 0 : progress.driven().size();
        int metresBefore = progress == null ? 0 : progress.metresDriven();
        int tripsBefore = progress == null ? 0 : progress.tripsDone();
        broken(Law.SHIFT, now - vehicle.shift().lastSecond(), "ends at " + now);
        for (int i = nextBreak; i < vehicle.breaks().size(); i++) {
            broken(Law.BREAK, now > vehicle.breaks().get(i).latestSeconds() ? 1 : 0, "break " + i + " is not taken");
        }
        broken(Law.MOST_STOPS, driven + route.stops().size() - vehicle.limits().stops(), "stops");
        broken(Law.MOST_METRES, metresBefore + metres - vehicle.limits().metres(), "metres");
        broken(Law.MOST_SECONDS, seconds() - vehicle.limits().seconds(), "seconds");
        broken(Law.MOST_TRIPS, tripsBefore + 1 + reloads - vehicle.limits().trips(), "trips");
        if (progress != null) {
            List<StopId> next =
                    progress.committed().stream().filter(stopById::containsKey).toList();
            List<StopId> stops = route.stops();
            boolean first =
                    stops.size() >= next.size() && stops.subList(0, next.size()).equals(next);
            broken(Law.COMMITTED, first ? 0 : next.size(), "committed " + next + " do not come first");
        }
    }

    private long seconds() {
        return now - (progress == null ? route.startSeconds() : progress.departedSeconds());
    }

    private RouteCost cost() {
        long seconds = seconds();
        return new RouteCost(
                vehicle.prices().fixed() * PlanScore.UNITS_PER_MINOR
                        + (problem.objective() == Objective.VEHICLES ? PlanScore.VEHICLE_UNITS : 0),
                seconds * vehicle.prices().perHour() * PlanScore.UNITS_PER_HOURLY_SECOND,
                metres * vehicle.prices().perKilometre() * PlanScore.UNITS_PER_KILOMETRE_METRE,
                Math.max(0, now - vehicle.shift().endSeconds())
                        * vehicle.shift().overtimePricePerHour()
                        * PlanScore.UNITS_PER_HOURLY_SECOND,
                late,
                moves(),
                (long) ((double) problem.balancePrice() * seconds * seconds / 720));
    }

    private long moves() {
        WarmStart warm = problem.warmStart();
        if (warm == null) {
            return 0;
        }
        Set<StopId> elsewhere = new HashSet<>();
        for (Map.Entry<VehicleId, List<StopId>> entry : warm.routes().entrySet()) {
            if (!entry.getKey().equals(vehicle.id()) && isVehicle(entry.getKey())) {
                elsewhere.addAll(entry.getValue());
            }
        }
        return route.stops().stream().filter(elsewhere::contains).count()
                * warm.movePrice()
                * PlanScore.UNITS_PER_MINOR;
    }

    private boolean isVehicle(VehicleId id) {
        return problem.vehicles().stream().anyMatch(x -> x.id().equals(id));
    }
}
