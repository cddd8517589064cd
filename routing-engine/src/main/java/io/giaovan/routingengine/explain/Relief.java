package io.giaovan.routingengine.explain;

import io.giaovan.routingengine.model.Break;
import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.RouteLimits;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.Visit;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.model.ZoneBan;
import io.giaovan.routingengine.rule.TriedRoute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads off a route that breaks laws what would have to change for it to keep them. */
final class Relief {
    private final Vehicle vehicle;
    private final List<@Nullable Stop> visits;
    private final TriedRoute tried;
    private final List<Change> changes = new ArrayList<>();
    private boolean possible = true;

    private Relief(Vehicle vehicle, List<@Nullable Stop> visits, TriedRoute tried) {
        this.vehicle = vehicle;
        this.visits = visits;
        this.tried = tried;
    }

    /** The changes that the route as it is timed needs; empty when no change of ours can mend it. */
    static Optional<List<Change>> of(Vehicle vehicle, List<@Nullable Stop> visits, TriedRoute tried) {
        Relief relief = new Relief(vehicle, visits, tried);
        for (Law law : Law.values()) {
            if (law.level() == Law.Level.HARD && tried.findings().amount(law) > 0) {
                relief.mend(law, tried.findings().amount(law));
            }
        }
        return relief.possible ? Optional.of(relief.changes) : Optional.empty();
    }

    private void mend(Law law, long amount) {
        switch (law) {
            case CAPACITY -> capacities();
            case CASH_LIMIT -> {
                if (vehicle.limits().cash() + tried.cashOver() > RouteLimits.NO_CASH_LIMIT) {
                    possible = false;
                } else {
                    changes.add(new Change.RaiseCashLimit(vehicle.id(), tried.cashOver()));
                }
            }
            case TIME_WINDOW -> windows();
            case SHIFT -> {
                if (vehicle.shift().lastSecond() + amount > PlanningProblem.SECONDS_MAX) {
                    possible = false;
                } else {
                    changes.add(new Change.ExtendShift(vehicle.id(), (int) amount));
                }
            }
            case BREAK -> breaks();
            case SKILLS, ALLOWED_VEHICLE, RELEASE -> fitting(law);
            case MOST_STOPS, MOST_METRES, MOST_SECONDS ->
                changes.add(new Change.RaiseLimit(vehicle.id(), law, (int) amount));
            case MOST_TRIPS -> {
                if (vehicle.reloading() == null || vehicle.limits().trips() + amount > RouteLimits.TRIPS_MAX) {
                    possible = false;
                } else {
                    changes.add(new Change.RaiseLimit(vehicle.id(), law, (int) amount));
                }
            }
            case REACHABLE,
                    SHIPMENT,
                    COMMITTED,
                    UNPLANNED,
                    SKIPPED,
                    FIXED_PRICE,
                    TIME_PRICE,
                    DISTANCE_PRICE,
                    OVERTIME_PRICE,
                    LATENESS_PRICE,
                    MOVE_PRICE,
                    BALANCE_PRICE -> possible = false;
        }
    }

    private void capacities() {
        for (int d = 0; d < vehicle.capacities().size(); d++) {
            long over = tried.overload(d);
            if (vehicle.capacities().get(d) + over > PlanningProblem.LOAD_MAX) {
                possible = false;
            } else if (over > 0) {
                changes.add(new Change.AddCapacity(vehicle.id(), d, (int) over));
            }
        }
    }

    private void windows() {
        for (Delay delay : delays(vehicle, visits, tried)) {
            if (delay.ban() != null) {
                changes.add(new Change.PermitInZone(delay.stop().id(), vehicle.type()));
            }
            if (delay.seconds() > 0) {
                changes.add(new Change.WidenWindow(delay.stop().id(), delay.seconds()));
            }
        }
        possible &= !changes.isEmpty();
    }

    /**
     * A stop at which work cannot begin when the vehicle comes.
     *
     * @param stop which
     * @param begun when it would begin
     * @param seconds how much later that is than its last window with the lateness it bears; 0 when a zone alone keeps it out
     * @param ban the closed time that the stay overlaps or that closes every later window, or null
     */
    record Delay(
            Stop stop, int begun, int seconds, @Nullable ZoneBan ban) {}

    /** Every stop on the route that breaks the law of windows, in order; committed stops are above it. */
    static List<Delay> delays(Vehicle vehicle, List<@Nullable Stop> visits, TriedRoute tried) {
        List<Delay> delays = new ArrayList<>();
        Progress progress = vehicle.progress();
        Set<Object> committed = progress == null ? Set.of() : new HashSet<>(progress.committed());
        List<Visit.AtStop> begun = tried.route().visits().stream()
                .filter(Visit.AtStop.class::isInstance)
                .map(Visit.AtStop.class::cast)
                .toList();
        int next = 0;
        for (Stop stop : visits) {
            if (stop == null) {
                continue;
            }
            int at = begun.get(next++).startSeconds();
            if (!committed.contains(stop.id())) {
                List<Window> windows = stop.windows();
                int late = windows.isEmpty()
                        ? 0
                        : Math.max(0, at - windows.getLast().endSeconds() - stop.lateSecondsMax());
                ZoneBan ban = overlapping(stop, vehicle, at);
                if (ban == null && late == 0 && isBetween(windows, at)) {
                    ban = closing(stop, vehicle, at);
                }
                if (late > 0 || ban != null) {
                    delays.add(new Delay(stop, at, late, ban));
                }
            }
        }
        return delays;
    }

    private static @Nullable ZoneBan overlapping(Stop stop, Vehicle vehicle, int begun) {
        int stay = stop.serviceSecondsOn(vehicle) + stop.setupSecondsOn(vehicle);
        for (ZoneBan ban : stop.zoneBans()) {
            if (ban.appliesTo(vehicle.type()) && begun < ban.toSeconds() && begun + stay > ban.fromSeconds()) {
                return ban;
            }
        }
        return null;
    }

    /** Whether work would begin before the last window ends and yet in no window: then a zone closes those that follow. */
    private static boolean isBetween(List<Window> windows, int at) {
        return !windows.isEmpty()
                && at <= windows.getLast().endSeconds()
                && windows.stream().noneMatch(window -> window.startSeconds() <= at && at <= window.endSeconds());
    }

    /** The closed time for the vehicle that ends last of those still to come. */
    private static @Nullable ZoneBan closing(Stop stop, Vehicle vehicle, int at) {
        return stop.zoneBans().stream()
                .filter(ban -> ban.appliesTo(vehicle.type()) && ban.toSeconds() > at)
                .max(Comparator.comparingInt(ZoneBan::toSeconds))
                .orElse(null);
    }

    private void breaks() {
        int lastSecond = Math.max(vehicle.shift().lastSecond(), tried.route().endSeconds());
        Set<Integer> taken = new HashSet<>();
        for (Visit visit : tried.route().visits()) {
            if (visit instanceof Visit.Pause pause) {
                taken.add(pause.index());
                putOff(pause.index(), pause.startSeconds(), lastSecond);
            }
        }
        Progress progress = vehicle.progress();
        int over = progress == null ? 0 : progress.breaksTaken();
        for (int i = over; i < vehicle.breaks().size(); i++) {
            if (!taken.contains(i)) {
                putOff(i, tried.route().endSeconds(), lastSecond);
            }
        }
    }

    private void putOff(int index, int to, int lastSecond) {
        Break pause = vehicle.breaks().get(index);
        if (to > lastSecond) {
            possible = false;
        } else if (to > pause.latestSeconds()) {
            changes.add(new Change.PutOffBreak(vehicle.id(), index, to - pause.latestSeconds()));
        }
    }

    private void fitting(Law law) {
        Progress progress = vehicle.progress();
        boolean firstTrip = true;
        for (int i = TriedRoute.committed(vehicle, visits); i < visits.size(); i++) {
            Stop stop = visits.get(i);
            if (stop == null) {
                firstTrip = false;
                continue;
            }
            Set<String> missing = new HashSet<>(stop.skills());
            missing.removeAll(vehicle.skills());
            if (law == Law.SKILLS && !missing.isEmpty()) {
                changes.add(new Change.AddSkills(vehicle.id(), missing));
            }
            if (law == Law.ALLOWED_VEHICLE
                    && !stop.allowedVehicles().isEmpty()
                    && !stop.allowedVehicles().contains(vehicle.id())) {
                changes.add(new Change.AllowVehicle(stop.id(), vehicle.id()));
            }
            if (law == Law.RELEASE && firstTrip && progress != null) {
                int early = stop.releaseSeconds() - progress.tripDepartedSeconds();
                if (early > 0) {
                    changes.add(new Change.ReadyEarlier(stop.id(), early));
                }
            }
        }
    }
}
