package io.giaovan.routingengine.promise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Routes that keep all promises of a depot's day, as far as they can be kept. It depends on nothing but the order of what
 * was done to it, so that every process finds the same routes. Not safe for use by many threads.
 */
final class DayPlan {
    private static final Comparator<DayStop> MOST_URGENT_FIRST = Comparator.comparingInt(DayStop::latest)
            .thenComparingInt(DayStop::earliest)
            .thenComparing(DayStop::key);

    private final List<DayVehicle> vehicles;
    private final DayTravel travel;
    private final int reloadSeconds;
    private final int tripsMax;
    private final List<DayRoute> routes = new ArrayList<>();
    private final Map<String, DayStop> left = new LinkedHashMap<>();

    DayPlan(List<DayVehicle> vehicles, DayTravel travel, int reloadSeconds, int tripsMax) {
        this.vehicles = List.copyOf(vehicles);
        this.travel = travel;
        this.reloadSeconds = reloadSeconds;
        this.tripsMax = tripsMax;
        vehicles.forEach(vehicle -> routes.add(route(vehicle, List.of())));
    }

    /** What taking the stop in would cost, in đồng; empty when the routes as they are have no room. */
    Optional<Long> price(DayStop stop) {
        DayRoute.Insertion best = cheapest(stop);
        return best == null ? Optional.empty() : Optional.of(Math.max(0, best.addedCost()));
    }

    /** Whether the stop can be taken in, if need be by planning the day anew; changes nothing. */
    boolean fits(DayStop stop) {
        return cheapest(stop) != null || rebuiltWith(stop).isPresent();
    }

    /**
     * Takes the stop in; one for which there is no room is remembered as left out.
     *
     * @param mayRebuild whether the day may be planned anew for it, which pays for a promise only
     */
    void add(DayStop stop, boolean mayRebuild) {
        DayRoute.Insertion best = cheapest(stop);
        if (best != null) {
            best.route().take(best);
            return;
        }
        Optional<DayPlan> rebuilt = mayRebuild ? rebuiltWith(stop) : Optional.empty();
        if (rebuilt.isPresent()) {
            routes.clear();
            routes.addAll(rebuilt.get().routes);
        } else {
            left.put(stop.key(), stop);
        }
    }

    void remove(String key) {
        if (left.remove(key) == null) {
            var _ = routes.stream().anyMatch(route -> route.remove(key));
        }
    }

    void rename(String key, String newKey) {
        DayStop waiting = left.remove(key);
        if (waiting != null) {
            left.put(newKey, waiting.named(newKey));
        } else {
            var _ = routes.stream().anyMatch(route -> route.rename(key, newKey));
        }
    }

    /** Keys of stops for which there is no room. */
    Collection<String> leftOut() {
        return left.keySet();
    }

    /** The same routes with other working hours; empty when one of them cannot be driven so. */
    Optional<DayPlan> with(List<DayVehicle> sameVehiclesOtherHours) {
        DayPlan moved = new DayPlan(sameVehiclesOtherHours, travel, reloadSeconds, tripsMax);
        moved.routes.clear();
        for (int i = 0; i < routes.size(); i++) {
            moved.routes.add(route(sameVehiclesOtherHours.get(i), routes.get(i).row()));
        }
        moved.left.putAll(left);
        return moved.routes.stream().allMatch(DayRoute::isPossible) ? Optional.of(moved) : Optional.empty();
    }

    private DayRoute.@Nullable Insertion cheapest(DayStop stop) {
        DayRoute.Insertion best = null;
        for (DayRoute route : routes) {
            DayRoute.Insertion candidate = route.cheapest(stop);
            if (candidate != null && (best == null || candidate.addedCost() < best.addedCost())) {
                best = candidate;
            }
        }
        return best;
    }

    /** All stops anew, the most urgent first; empty when one of those that have room now would lose it. */
    private Optional<DayPlan> rebuiltWith(DayStop stop) {
        List<DayStop> all = new ArrayList<>();
        for (DayRoute route : routes) {
            for (DayStop planned : route.row()) {
                if (planned != null) {
                    all.add(planned);
                }
            }
        }
        all.add(stop);
        all.sort(MOST_URGENT_FIRST);
        DayPlan fresh = new DayPlan(vehicles, travel, reloadSeconds, tripsMax);
        for (DayStop next : all) {
            DayRoute.Insertion best = fresh.cheapest(next);
            if (best == null) {
                return Optional.empty();
            }
            best.route().take(best);
        }
        return Optional.of(fresh);
    }

    private DayRoute route(DayVehicle vehicle, List<@Nullable DayStop> row) {
        return new DayRoute(vehicle, travel, reloadSeconds, tripsMax, row);
    }
}
