package io.giaovan.routingengine.promise;

import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One courier's day as a row of stops and visits to the depot between trips (null). Whether a row can be driven and what
 * it costs is found by driving it through: rows are short. Not safe for use by many threads.
 */
final class DayRoute {
    /** What {@link #cost} answers for a row that cannot be driven. */
    static final long IMPOSSIBLE = Long.MAX_VALUE;

    private static final long METRES_PER_KILOMETRE = 1_000;
    private static final long SECONDS_PER_HOUR = 3_600;

    private final DayVehicle vehicle;
    private final DayTravel roads;
    private final int reloadSeconds;
    private final int tripsMax;
    private List<@Nullable DayStop> row;
    private long cost;

    /** Where a stop would go and what it would add. */
    record Insertion(DayRoute route, List<@Nullable DayStop> row, long addedCost) {}

    DayRoute(DayVehicle vehicle, DayTravel roads, int reloadSeconds, int tripsMax, List<@Nullable DayStop> row) {
        this.vehicle = vehicle;
        this.roads = roads;
        this.reloadSeconds = reloadSeconds;
        this.tripsMax = tripsMax;
        this.row = new ArrayList<>(row);
        this.cost = cost(this.row);
    }

    DayVehicle vehicle() {
        return vehicle;
    }

    List<@Nullable DayStop> row() {
        return row;
    }

    boolean isPossible() {
        return cost != IMPOSSIBLE;
    }

    /** The cheapest way to take a stop in, or null when there is none. */
    @Nullable
    Insertion cheapest(DayStop stop) {
        TravelMatrix travel = roads.matrix(vehicle.kind());
        if (stop.grams() > vehicle.gramsMax()
                || stop.cubicCentimetres() > vehicle.cubicCentimetresMax()
                || !travel.isReachable(0, stop.location())
                || Math.max(vehicle.startSeconds(), stop.releaseSeconds()) + travel.seconds(0, stop.location())
                        > stop.latest()) {
            return null;
        }
        Insertion best = null;
        boolean mayReload = !row.isEmpty() && trips() < tripsMax;
        for (int position = 0; position <= row.size(); position++) {
            best = better(best, with(position, stop));
            boolean edge = position == 0 || position == row.size() || row.get(position) == null;
            if (mayReload && edge) {
                best = better(best, withTrip(position, stop));
            }
        }
        return best;
    }

    void take(Insertion insertion) {
        row = insertion.row();
        cost = cost(row);
    }

    /** Takes a stop out; true when it was here. */
    boolean remove(String key) {
        for (int i = 0; i < row.size(); i++) {
            DayStop stop = row.get(i);
            if (stop != null && stop.key().equals(key)) {
                row.remove(i);
                tidy();
                cost = cost(row);
                return true;
            }
        }
        return false;
    }

    /** Gives a stop another key; true when it was here. */
    boolean rename(String key, String newKey) {
        for (int i = 0; i < row.size(); i++) {
            DayStop stop = row.get(i);
            if (stop != null && stop.key().equals(key)) {
                row.set(i, stop.named(newKey));
                return true;
            }
        }
        return false;
    }

    private @Nullable Insertion better(@Nullable Insertion best, List<@Nullable DayStop> candidate) {
        long candidateCost = cost(candidate);
        if (candidateCost == IMPOSSIBLE) {
            return best;
        }
        long added = candidateCost - cost;
        return best == null || added < best.addedCost() ? new Insertion(this, candidate, added) : best;
    }

    private List<@Nullable DayStop> with(int position, DayStop stop) {
        List<@Nullable DayStop> candidate = new ArrayList<>(row.size() + 1);
        candidate.addAll(row);
        candidate.add(position, stop);
        return candidate;
    }

    /** A trip for the stop alone: before the first, after the last, or where the vehicle is at the depot anyway. */
    private List<@Nullable DayStop> withTrip(int position, DayStop stop) {
        List<@Nullable DayStop> candidate = with(position, stop);
        candidate.add(position == 0 ? 1 : position, null);
        return candidate;
    }

    private int trips() {
        int trips = row.isEmpty() ? 0 : 1;
        for (DayStop stop : row) {
            trips += stop == null ? 1 : 0;
        }
        return trips;
    }

    private void tidy() {
        for (int i = row.size() - 1; i >= 0; i--) {
            if (row.get(i) == null && (i == 0 || i == row.size() - 1 || row.get(i + 1) == null)) {
                row.remove(i);
            }
        }
    }

    /** Đồng for driving the row, or {@link #IMPOSSIBLE}. Waiting is free here: it is time that more stops can fill. */
    private long cost(List<@Nullable DayStop> candidate) {
        TravelMatrix travel = roads.matrix(vehicle.kind());
        long metres = 0;
        long busySeconds = 0;
        int now = vehicle.startSeconds();
        int from = 0;
        int tripBegin = 0;
        while (tripBegin < candidate.size()) {
            int tripEnd = tripBegin;
            long grams = 0;
            long volume = 0;
            for (; tripEnd < candidate.size(); tripEnd++) {
                DayStop stop = candidate.get(tripEnd);
                if (stop == null) {
                    break;
                }
                grams += stop.grams();
                volume += stop.cubicCentimetres();
                now = Math.max(now, stop.releaseSeconds());
            }
            if (grams > vehicle.gramsMax() || volume > vehicle.cubicCentimetresMax()) {
                return IMPOSSIBLE;
            }
            for (int i = tripBegin; i < tripEnd; i++) {
                DayStop stop = candidate.get(i);
                if (stop == null || !travel.isReachable(from, stop.location())) {
                    return IMPOSSIBLE;
                }
                int drive = travel.seconds(from, stop.location());
                metres += travel.metres(from, stop.location());
                int begin = Math.max(now + drive, stop.earliest());
                if (begin > stop.latest()) {
                    return IMPOSSIBLE;
                }
                busySeconds += drive + stop.serviceSeconds();
                now = begin + stop.serviceSeconds();
                from = stop.location();
            }
            if (!travel.isReachable(from, 0)) {
                return IMPOSSIBLE;
            }
            now += travel.seconds(from, 0);
            busySeconds += travel.seconds(from, 0);
            metres += travel.metres(from, 0);
            from = 0;
            if (tripEnd < candidate.size()) {
                now += reloadSeconds;
                busySeconds += reloadSeconds;
            }
            tripBegin = tripEnd + 1;
        }
        if (now > vehicle.endSeconds() && !candidate.isEmpty()) {
            return IMPOSSIBLE;
        }
        return metres * vehicle.perKilometre() / METRES_PER_KILOMETRE
                + busySeconds * vehicle.perHour() / SECONDS_PER_HOUR;
    }
}
