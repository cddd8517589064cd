package io.giaovan.routingengine.solve;

import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.model.ZoneBan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A stop's windows less the bans of its zone, for one type of vehicle. */
final class FlatWindows {
    private FlatWindows() {}

    /** Pairs of first and last second at which a stay of this length may begin, in order and apart; empty if never. */
    static int[] of(Stop stop, String vehicleType, int staySeconds) {
        List<int[]> open = stretched(stop, stop.lateSecondsMax());
        for (ZoneBan ban : stop.zoneBans()) {
            if (ban.appliesTo(vehicleType)) {
                // begins no earlier than the ban's end, or is over by its start
                open = without(open, ban.fromSeconds() - staySeconds + 1, ban.toSeconds() - 1);
            }
        }
        return open.stream().flatMapToInt(Arrays::stream).toArray();
    }

    /** A stop that comes next whatever happens: bans are history and lateness has no limit. */
    static int[] ofCommitted(Stop stop) {
        return stretched(stop, PlanningProblem.SECONDS_MAX).stream()
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    private static List<int[]> stretched(Stop stop, int lateSecondsMax) {
        List<int[]> open = new ArrayList<>();
        for (Window window : stop.windows().isEmpty() ? List.of(Window.ALWAYS) : stop.windows()) {
            open.add(new int[] {window.startSeconds(), window.endSeconds()});
        }
        int[] last = open.getLast();
        last[1] = Math.min(PlanningProblem.SECONDS_MAX, last[1] + lateSecondsMax);
        return open;
    }

    private static List<int[]> without(List<int[]> open, int from, int to) {
        List<int[]> left = new ArrayList<>();
        for (int[] window : open) {
            if (to < window[0] || from > window[1] || from > to) {
                left.add(window);
                continue;
            }
            if (window[0] < from) {
                left.add(new int[] {window[0], from - 1});
            }
            if (window[1] > to) {
                left.add(new int[] {to + 1, window[1]});
            }
        }
        return left;
    }
}
