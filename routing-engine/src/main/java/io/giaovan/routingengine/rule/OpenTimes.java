package io.giaovan.routingengine.rule;

import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.model.ZoneBan;
import java.util.List;
import java.util.TreeSet;

/** When work at a stop may begin on one vehicle: its windows, stretched by the lateness it bears, less zone bans. */
final class OpenTimes {
    static final int NEVER = Integer.MAX_VALUE / 2;

    private final Stop stop;
    private final Vehicle vehicle;
    private final boolean committed;
    private final int stay;

    OpenTimes(Stop stop, Vehicle vehicle, boolean committed) {
        this.stop = stop;
        this.vehicle = vehicle;
        this.committed = committed;
        stay = stop.serviceSecondsOn(vehicle) + stop.setupSecondsOn(vehicle);
    }

    /** First second from {@code at} on at which work may begin, or NEVER. */
    int first(int at) {
        TreeSet<Integer> candidates = new TreeSet<>();
        candidates.add(at);
        windows().forEach(window -> candidates.add(window.startSeconds()));
        stop.zoneBans().forEach(ban -> candidates.add(ban.toSeconds()));
        for (int candidate : candidates.tailSet(at)) {
            if (isOpen(candidate)) {
                return candidate;
            }
        }
        return NEVER;
    }

    /** The last second at which work may begin at all, or -1. */
    int last() {
        TreeSet<Integer> candidates = new TreeSet<>();
        List<Window> windows = windows();
        for (int i = 0; i < windows.size(); i++) {
            candidates.add(windowEnd(windows, i));
        }
        stop.zoneBans().forEach(ban -> candidates.add(ban.fromSeconds() - stay));
        for (int candidate : candidates.descendingSet()) {
            if (candidate >= 0 && isOpen(candidate)) {
                return candidate;
            }
        }
        return -1;
    }

    /** How long work that begins at a time can be put off without a gap on the way and without becoming late. */
    int deferrable(int begun) {
        int softEnd = softEnd();
        if (begun > softEnd) {
            return begun;
        }
        int until = softEnd;
        List<Window> windows = windows();
        for (int i = 0; i < windows.size(); i++) {
            if (begun >= windows.get(i).startSeconds() && begun <= windowEnd(windows, i)) {
                until = Math.min(until, windowEnd(windows, i));
            }
        }
        if (!committed) {
            for (ZoneBan ban : stop.zoneBans()) {
                if (ban.appliesTo(vehicle.type()) && ban.fromSeconds() - stay >= begun) {
                    until = Math.min(until, ban.fromSeconds() - stay);
                }
            }
        }
        return until;
    }

    int softEnd() {
        return windows().getLast().endSeconds();
    }

    private List<Window> windows() {
        return stop.windows().isEmpty() ? List.of(Window.ALWAYS) : stop.windows();
    }

    private int windowEnd(List<Window> windows, int i) {
        int end = windows.get(i).endSeconds();
        if (i < windows.size() - 1) {
            return end;
        }
        return committed
                ? PlanningProblem.SECONDS_MAX
                : Math.min(PlanningProblem.SECONDS_MAX, end + stop.lateSecondsMax());
    }

    private boolean isOpen(int begun) {
        List<Window> windows = windows();
        boolean within = false;
        for (int i = 0; i < windows.size(); i++) {
            within |= begun >= windows.get(i).startSeconds() && begun <= windowEnd(windows, i);
        }
        if (committed) {
            return within;
        }
        for (ZoneBan ban : stop.zoneBans()) {
            within &= !ban.appliesTo(vehicle.type()) || begun >= ban.toSeconds() || begun + stay <= ban.fromSeconds();
        }
        return within;
    }
}
