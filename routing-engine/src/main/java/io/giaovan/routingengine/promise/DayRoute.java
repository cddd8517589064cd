package io.giaovan.routingengine.promise;

import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One courier's day as a row of stops and visits to the depot between trips (null). For each place in the row it knows when
 * the courier leaves at the earliest and when the courier must arrive at the latest, so that a place for one more stop is
 * judged without driving the row again. Not safe for use by many threads.
 */
final class DayRoute {
    private static final long METRES_PER_KILOMETRE = 1_000;
    private static final long SECONDS_PER_HOUR = 3_600;
    private static final int DEPOT = 0;

    private final DayVehicle vehicle;
    private final DayTravel roads;
    private final int reloadSeconds;
    private final int tripsMax;
    private List<@Nullable DayStop> row;
    private boolean possible;

    /** When the courier leaves place {@code i - 1} of the row at the earliest, place −1 being the first departure. */
    private int[] leaves = new int[0];

    /** When the courier must reach place {@code i} at the latest, the last being the final return. */
    private int[] latest = new int[0];

    /** Load and first departure of the trip that place {@code i} belongs to, a depot visit ending its trip. */
    private Trip[] trips = new Trip[0];

    /** What a trip carries. */
    private static final class Trip {
        private long grams;
        private long volume;
        private int departs;
    }

    /**
     * Where a stop would go and what it would add.
     *
     * @param route the courier's row
     * @param stop the stop
     * @param position before which place
     * @param ownTrip whether it gets a trip of its own there
     * @param addedCost đồng
     */
    record Insertion(DayRoute route, DayStop stop, int position, boolean ownTrip, long addedCost) {}

    DayRoute(DayVehicle vehicle, DayTravel roads, int reloadSeconds, int tripsMax, List<@Nullable DayStop> row) {
        this.vehicle = vehicle;
        this.roads = roads;
        this.reloadSeconds = reloadSeconds;
        this.tripsMax = tripsMax;
        this.row = new ArrayList<>(row);
        time();
    }

    List<@Nullable DayStop> row() {
        return row;
    }

    boolean isPossible() {
        return possible;
    }

    /** The cheapest way to take a stop in, or null when there is none. */
    @Nullable
    Insertion cheapest(DayStop stop) {
        TravelMatrix travel = roads.matrix(vehicle.kind());
        if (!possible
                || stop.grams() > vehicle.gramsMax()
                || stop.cubicCentimetres() > vehicle.cubicCentimetresMax()
                || !travel.isReachable(DEPOT, stop.location())
                || !travel.isReachable(stop.location(), DEPOT)
                || begins(stop, vehicle.startSeconds() + travel.seconds(DEPOT, stop.location())) > stop.latest()) {
            return null;
        }
        Insertion best = null;
        boolean mayReload = !row.isEmpty() && tripCount() < tripsMax;
        for (int position = 0; position <= row.size(); position++) {
            best = cheaper(best, among(stop, position, travel));
            boolean atDepot = position == 0 || position == row.size() || row.get(position) == null;
            if (mayReload && atDepot) {
                best = cheaper(best, alone(stop, position, travel));
            }
        }
        return best;
    }

    void take(Insertion insertion) {
        int position = insertion.position();
        row.add(position, insertion.stop());
        if (insertion.ownTrip()) {
            row.add(position == 0 ? 1 : position, null);
        }
        time();
    }

    /** Takes a stop out; true when it was here. */
    boolean remove(String key) {
        for (int i = 0; i < row.size(); i++) {
            DayStop stop = row.get(i);
            if (stop != null && stop.key().equals(key)) {
                row.remove(i);
                tidy();
                time();
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

    /** The stop on the trip that passes before this place. */
    private @Nullable Insertion among(DayStop stop, int position, TravelMatrix travel) {
        Trip trip = trips[position];
        if (trip.grams + stop.grams() > vehicle.gramsMax()
                || trip.volume + stop.cubicCentimetres() > vehicle.cubicCentimetresMax()) {
            return null;
        }
        int before = location(position - 1);
        int after = location(position);
        int delay = Math.max(0, stop.releaseSeconds() - trip.departs);
        if (delay > 0 && !mayLeaveLater(position, stop.releaseSeconds(), travel)) {
            return null;
        }
        int left = delay > 0 ? leavesWhenDelayed(position, stop.releaseSeconds(), travel) : leaves[position];
        int begins = begins(stop, left + travel.seconds(before, stop.location()));
        if (begins > stop.latest()
                || !travel.isReachable(before, stop.location())
                || !travel.isReachable(stop.location(), after)) {
            return null;
        }
        if (begins + stop.serviceSeconds() + travel.seconds(stop.location(), after) > latest[position]) {
            return null;
        }
        long seconds = (long) travel.seconds(before, stop.location())
                + travel.seconds(stop.location(), after)
                - travel.seconds(before, after)
                + stop.serviceSeconds();
        long metres = (long) travel.metres(before, stop.location())
                + travel.metres(stop.location(), after)
                - travel.metres(before, after);
        return new Insertion(this, stop, position, false, price(metres, seconds));
    }

    /** A trip for the stop alone: before the first, after the last, or where the courier is at the depot anyway. */
    private @Nullable Insertion alone(DayStop stop, int position, TravelMatrix travel) {
        int ready = vehicle.startSeconds();
        if (position > 0) {
            int before = location(position - 1);
            ready = leaves[position] + travel.seconds(before, DEPOT) + reloadSeconds;
        }
        int begins = begins(stop, Math.max(ready, stop.releaseSeconds()) + travel.seconds(DEPOT, stop.location()));
        if (begins > stop.latest()) {
            return null;
        }
        int back = begins + stop.serviceSeconds() + travel.seconds(stop.location(), DEPOT);
        boolean fits = position == 0
                ? back + reloadSeconds + travel.seconds(DEPOT, location(0)) <= latest[0]
                : back <= latest[position];
        if (!fits) {
            return null;
        }
        long seconds = (long) travel.seconds(DEPOT, stop.location())
                + travel.seconds(stop.location(), DEPOT)
                + stop.serviceSeconds()
                + reloadSeconds;
        long metres = (long) travel.metres(DEPOT, stop.location()) + travel.metres(stop.location(), DEPOT);
        return new Insertion(this, stop, position, true, price(metres, seconds));
    }

    /** Whether the trip of this place could wait at the depot for goods. */
    private boolean mayLeaveLater(int position, int departs, TravelMatrix travel) {
        int first = firstOfTrip(position);
        return departs + travel.seconds(DEPOT, location(first)) <= latest[first];
    }

    /** When the courier leaves the place before this one, if the trip waits at the depot for goods. */
    private int leavesWhenDelayed(int position, int departs, TravelMatrix travel) {
        int now = departs;
        int from = DEPOT;
        for (int i = firstOfTrip(position); i < position; i++) {
            DayStop stop = row.get(i);
            if (stop != null) {
                now = begins(stop, now + travel.seconds(from, stop.location())) + stop.serviceSeconds();
                from = stop.location();
            }
        }
        return now;
    }

    /** When work begins at a stop that this courier reaches at a second, zones and window kept. */
    private int begins(DayStop stop, int arrival) {
        return stop.begins(vehicle.traits(), arrival);
    }

    private int firstOfTrip(int position) {
        int first = position;
        while (first > 0 && row.get(first - 1) != null) {
            first--;
        }
        return first;
    }

    /** Waiting costs nothing here: it is time that more stops can fill. */
    private long price(long metres, long seconds) {
        return metres * vehicle.perKilometre() / METRES_PER_KILOMETRE + seconds * vehicle.perHour() / SECONDS_PER_HOUR;
    }

    private static @Nullable Insertion cheaper(@Nullable Insertion best, @Nullable Insertion candidate) {
        boolean better = candidate != null && (best == null || candidate.addedCost() < best.addedCost());
        return better ? candidate : best;
    }

    private int location(int place) {
        DayStop stop = place < 0 || place >= row.size() ? null : row.get(place);
        return stop == null ? DEPOT : stop.location();
    }

    private int tripCount() {
        int count = row.isEmpty() ? 0 : 1;
        for (DayStop stop : row) {
            count += stop == null ? 1 : 0;
        }
        return count;
    }

    private void tidy() {
        for (int i = row.size() - 1; i >= 0; i--) {
            if (row.get(i) == null && (i == 0 || i == row.size() - 1 || row.get(i + 1) == null)) {
                row.remove(i);
            }
        }
    }

    /** Works out trips, earliest departures and latest arrivals anew. */
    private void time() {
        TravelMatrix travel = roads.matrix(vehicle.kind());
        int size = row.size();
        trips = new Trip[size + 1];
        leaves = new int[size + 1];
        latest = new int[size + 1];
        load(size);
        possible = true;
        forwards(size, travel);
        backwards(size, travel);
        for (Trip trip : trips) {
            possible &= trip.grams <= vehicle.gramsMax() && trip.volume <= vehicle.cubicCentimetresMax();
        }
    }

    private void load(int size) {
        Trip trip = new Trip();
        for (int i = 0; i < size; i++) {
            DayStop stop = row.get(i);
            trips[i] = trip;
            if (stop == null) {
                trip = new Trip();
            } else {
                trip.grams += stop.grams();
                trip.volume += stop.cubicCentimetres();
                trip.departs = Math.max(trip.departs, stop.releaseSeconds());
            }
        }
        trips[size] = trip;
    }

    private void forwards(int size, TravelMatrix travel) {
        int now = Math.max(vehicle.startSeconds(), trips[0].departs);
        trips[0].departs = now;
        for (int i = 0; i <= size; i++) {
            leaves[i] = now;
            int from = location(i - 1);
            int to = location(i);
            possible &= travel.isReachable(from, to);
            now += travel.isReachable(from, to) ? travel.seconds(from, to) : 0;
            DayStop stop = i < size ? row.get(i) : null;
            if (stop != null) {
                now = begins(stop, now);
                possible &= now <= stop.latest();
                now += stop.serviceSeconds();
            } else if (i < size) {
                now = Math.max(now + reloadSeconds, trips[i + 1].departs);
                trips[i + 1].departs = now;
            }
        }
        possible &= size == 0 || now <= vehicle.endSeconds();
    }

    private void backwards(int size, TravelMatrix travel) {
        latest[size] = vehicle.endSeconds();
        for (int i = size - 1; i >= 0; i--) {
            int from = location(i);
            int to = location(i + 1);
            int leave = latest[i + 1] - (travel.isReachable(from, to) ? travel.seconds(from, to) : 0);
            DayStop stop = row.get(i);
            latest[i] = stop == null
                    ? leave - reloadSeconds
                    : stop.latestBegin(vehicle.traits(), leave - stop.serviceSeconds());
        }
    }
}
