package io.giaovan.routingengine.rule;

import io.giaovan.routingengine.model.Break;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.Reloading;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.Visit;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The times of one route. If it can be driven lawfully, breaks are placed so that it ends first, then departure is put off
 * as far as that changes neither the end nor any lateness. Otherwise it is driven as it comes, each break at the first
 * chance, and what is missed is counted.
 */
final class Timetable {
    private static final int NEVER = OpenTimes.NEVER;

    private final PlanningProblem problem;
    private final Vehicle vehicle;
    private final List<@Nullable Stop> visits;
    private final @Nullable OpenTimes[] openTimes;
    private final List<Break> breaks;
    private final int[] drive;
    private final int[] work;
    private final int[] release;

    /** Entry i is how many breaks are over when the vehicle drives to visit i. */
    private final int[] restedBy;

    private long metres;
    private int gaps;
    private long missedSeconds;
    private int missedBreaks;
    private long lateUnits;
    private int start;
    private int end;

    Timetable(PlanningProblem problem, Vehicle vehicle, List<@Nullable Stop> visits, int committed) {
        this.problem = problem;
        this.vehicle = vehicle;
        this.visits = visits;
        Progress progress = vehicle.progress();
        breaks = vehicle.breaks()
                .subList(
                        progress == null ? 0 : progress.breaksTaken(),
                        vehicle.breaks().size());
        int count = visits.size();
        openTimes = new OpenTimes[count];
        drive = new int[count + 1];
        work = new int[count];
        release = new int[count + 1];
        restedBy = new int[count + 1];
        for (int i = 0; i < count; i++) {
            Stop stop = visits.get(i);
            openTimes[i] = stop == null ? null : new OpenTimes(stop, vehicle, i < committed);
        }
        road();
        releases(committed);
        if (!lawful()) {
            asItComes();
        }
    }

    private void road() {
        TravelMatrix travel = problem.travelOf(vehicle);
        Reloading reloading = vehicle.reloading();
        int place = vehicle.fromLocation();
        for (int i = 0; i <= visits.size(); i++) {
            Stop stop = i < visits.size() ? visits.get(i) : null;
            int depot = reloading == null ? vehicle.fromLocation() : reloading.location();
            int to = i == visits.size() ? vehicle.endLocation() : stop == null ? depot : stop.location();
            boolean open = place == Vehicle.OPEN || to == Vehicle.OPEN;
            if (!open && travel.isReachable(place, to)) {
                drive[i] = travel.seconds(place, to);
                metres += travel.metres(place, to);
            } else if (!open) {
                gaps++;
            }
            if (i < visits.size()) {
                work[i] = stop == null
                        ? (reloading == null ? 0 : reloading.seconds())
                        : stop.serviceSecondsOn(vehicle) + (place == to ? 0 : stop.setupSecondsOn(vehicle));
            }
            place = to;
        }
    }

    /** Entry i is when the trip that leaves after visit i - 1 may leave; 0 for a trip under way. */
    private void releases(int committed) {
        int trip = 0;
        for (int i = 0; i < visits.size(); i++) {
            Stop stop = visits.get(i);
            if (stop == null) {
                trip = i + 1;
            } else if (i >= committed && !(trip == 0 && vehicle.progress() != null)) {
                release[trip] = Math.max(release[trip], stop.releaseSeconds());
            }
        }
    }

    private int free() {
        Progress progress = vehicle.progress();
        return progress == null ? vehicle.shift().startSeconds() : progress.atSeconds();
    }

    /** Entry [k][i]: ready to drive to visit i after k breaks. Fills the result if some placing of breaks is lawful. */
    private boolean lawful() {
        if (gaps > 0) {
            return false;
        }
        int count = visits.size();
        int[][] ready = new int[breaks.size() + 1][count + 1];
        int[][] begun = new int[breaks.size() + 1][count];
        boolean[][] rested = new boolean[breaks.size() + 1][count + 1];
        for (int k = 0; k <= breaks.size(); k++) {
            ready[k][0] = k == 0 ? free() : NEVER;
        }
        rest(ready, rested, 0);
        for (int k = 0; k <= breaks.size(); k++) {
            ready[k][0] = Math.max(ready[k][0], release[0]);
        }
        for (int i = 0; i < count; i++) {
            for (int k = 0; k <= breaks.size(); k++) {
                OpenTimes open = openTimes[i];
                int arrival = Math.min(NEVER, ready[k][i] + drive[i]);
                begun[k][i] = arrival >= NEVER || open == null ? arrival : open.first(arrival);
                ready[k][i + 1] = begun[k][i] >= NEVER ? NEVER : Math.max(begun[k][i] + work[i], release[i + 1]);
            }
            rest(ready, rested, i + 1);
        }
        int chosen = -1;
        end = NEVER;
        for (int k = 0; k <= breaks.size(); k++) {
            int ends = ready[k][count] + drive[count];
            if (ready[k][count] < NEVER && ends < end && ends <= vehicle.shift().lastSecond() && missed(k, ends) == 0) {
                end = ends;
                chosen = k;
            }
        }
        if (chosen < 0) {
            return false;
        }
        putOffDeparture(chosen, ready, begun, rested);
        return true;
    }

    private int missed(int taken, int ends) {
        int missed = 0;
        for (Break pause : breaks.subList(taken, breaks.size())) {
            missed += ends > pause.latestSeconds() ? 1 : 0;
        }
        return missed;
    }

    private void rest(int[][] ready, boolean[][] rested, int i) {
        for (int k = 0; k < breaks.size(); k++) {
            Break pause = breaks.get(k);
            int from = Math.max(ready[k][i], pause.earliestSeconds());
            if (ready[k][i] < NEVER && from <= pause.latestSeconds() && from + pause.seconds() < ready[k + 1][i]) {
                ready[k + 1][i] = from + pause.seconds();
                rested[k + 1][i] = true;
            }
        }
    }

    private void putOffDeparture(int breaksTaken, int[][] ready, int[][] begun, boolean[][] rested) {
        int k = breaksTaken;
        int by = end;
        for (int i = visits.size(); i >= 0; i--) {
            by -= drive[i];
            restedBy[i] = k;
            if (i == 0) {
                break;
            }
            while (rested[k][i]) {
                k--;
                by = Math.min(breaks.get(k).latestSeconds(), by - breaks.get(k).seconds());
            }
            by -= work[i - 1];
            OpenTimes open = openTimes[i - 1];
            Stop stop = visits.get(i - 1);
            if (open != null && stop != null) {
                int at = begun[k][i - 1];
                by = Math.min(by, open.deferrable(at));
                late(stop, at - open.softEnd());
            }
        }
        start = vehicle.progress() == null ? by : ready[k][0];
    }

    private void late(Stop stop, int seconds) {
        lateUnits += Math.max(0, seconds) * stop.latePricePerHour() * PlanScore.UNITS_PER_HOURLY_SECOND;
    }

    private void asItComes() {
        lateUnits = 0;
        int now = Math.max(free(), release[0]);
        start = now;
        int taken = 0;
        for (int i = 0; i < visits.size(); i++) {
            now += drive[i];
            OpenTimes open = openTimes[i];
            Stop stop = visits.get(i);
            if (open != null && stop != null) {
                int first = open.first(now);
                if (first < NEVER) {
                    now = first;
                } else {
                    missedSeconds += Math.max(1, now - open.last());
                }
                late(stop, now - open.softEnd());
            }
            now = Math.max(now + work[i], release[i + 1]);
            while (taken < breaks.size() && now >= breaks.get(taken).earliestSeconds()) {
                missedBreaks += now > breaks.get(taken).latestSeconds() ? 1 : 0;
                now += breaks.get(taken++).seconds();
            }
            restedBy[i + 1] = taken;
        }
        end = now + drive[visits.size()];
        missedBreaks += missed(taken, end);
    }

    /** The visits with their times, breaks among them. */
    List<Visit> visits() {
        List<Visit> timed = new ArrayList<>();
        int place = vehicle.fromLocation();
        int now = rest(timed, place, free(), 0, restedBy[0]);
        now = Math.max(now, start);
        for (int i = 0; i < visits.size(); i++) {
            int arrival = now + drive[i];
            OpenTimes open = openTimes[i];
            Stop stop = visits.get(i);
            if (open == null || stop == null) {
                Reloading reloading = vehicle.reloading();
                place = reloading == null ? vehicle.fromLocation() : reloading.location();
                now = Math.max(arrival + work[i], release[i + 1]);
                timed.add(new Visit.Reload(place, arrival, arrival, now));
            } else {
                int first = open.first(arrival);
                int begun = first < NEVER ? first : arrival;
                place = stop.location();
                now = begun + work[i];
                timed.add(new Visit.AtStop(stop.id(), place, arrival, begun, now));
            }
            now = rest(timed, place, now, restedBy[i], restedBy[i + 1]);
        }
        return timed;
    }

    private int rest(List<Visit> timed, int place, int from, int taken, int takenThen) {
        int now = from;
        int before = vehicle.breaks().size() - breaks.size();
        for (int j = taken; j < takenThen; j++) {
            int begun = Math.max(now, breaks.get(j).earliestSeconds());
            int over = begun + breaks.get(j).seconds();
            timed.add(new Visit.Pause(before + j, place, now, begun, over));
            now = over;
        }
        return now;
    }

    int start() {
        return start;
    }

    long metres() {
        return metres;
    }

    int gaps() {
        return gaps;
    }

    long missedSeconds() {
        return missedSeconds;
    }

    int missedBreaks() {
        return missedBreaks;
    }

    long lateUnits() {
        return lateUnits;
    }

    int end() {
        return end;
    }

    /** From departure to the end. */
    long seconds() {
        Progress progress = vehicle.progress();
        return end - (progress == null ? start : progress.departedSeconds());
    }

    @Override
    public String toString() {
        return start + " to " + end + " " + Arrays.toString(drive) + new ArrayList<>(visits);
    }
}
