package io.giaovan.routingengine.dispatch.live;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.routingengine.dispatch.DispatchSettings;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteStop;
import io.giaovan.routingengine.dispatch.route.Routes;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.DepotId;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.network.RoadNetwork;
import io.giaovan.routingengine.network.zone.RestrictedZones;
import io.giaovan.routingengine.travel.TravelTimes;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes live plans by itself when roads or zones close or open, well within five seconds, and if it is so set also when
 * parcels come and go or routes become late. What it saw first is taken for settled.
 */
@Singleton
@Requires(beans = TravelTimes.class)
public final class LiveWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LiveWatch.class);

    private final Fleet fleet;
    private final Routes routes;
    private final Replanning replanning;
    private final RoadNetwork roads;
    private final @Nullable RestrictedZones zones;
    private final DispatchSettings settings;
    private final Clock clock;
    private final Map<DepotId, Seen> seenAt = new HashMap<>();
    private String seenOfRoads = "";

    LiveWatch(
            Fleet fleet,
            Routes routes,
            Replanning replanning,
            RoadNetwork roads,
            @Nullable RestrictedZones zones,
            DispatchSettings settings,
            Clock clock) {
        this.fleet = fleet;
        this.routes = routes;
        this.replanning = replanning;
        this.roads = roads;
        this.zones = zones;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a depot looked like.
     *
     * @param waiting parcels on no route
     * @param late parcels on live routes that will be late
     */
    private record Seen(Set<DeliveryId> waiting, Set<DeliveryId> late) {}

    @Scheduled(fixedDelay = "1s", initialDelay = "1s")
    public synchronized void look() {
        if (settings.replanOn() == DispatchSettings.ReplanOn.NOTHING) {
            return;
        }
        String now =
                roads.snapshotId() + "|" + (zones == null ? 0 : zones.list().hashCode());
        boolean closed = !seenOfRoads.isEmpty() && !seenOfRoads.equals(now);
        boolean everything = settings.replanOn() == DispatchSettings.ReplanOn.EVERYTHING;
        boolean done = true;
        for (Depot depot : closed || everything ? fleet.listDepots() : List.<Depot>of()) {
            try {
                look(depot, closed, everything);
            } catch (RuntimeException trouble) {
                done = false;
                LOG.warn("the live plan of {} will be looked at again: {}", depot.id(), trouble.toString());
            }
        }
        if (done) {
            seenOfRoads = now;
        }
    }

    private void look(Depot depot, boolean closed, boolean everything) {
        Seen seen = everything ? seen(depot) : null;
        Seen before = seen == null ? null : seenAt.put(depot.id(), seen);
        boolean news = before != null && seen != null && isNews(before, seen);
        if (closed || news) {
            Replanning.Outcome outcome = replanning.replan(depot, seen == null ? Set.of() : seen.waiting());
            LOG.info(
                    "live plan of {} changed by itself: {} routes, {} parcels moved, {} added, {} left, in {} ms",
                    depot.id(),
                    outcome.routes(),
                    outcome.moved(),
                    outcome.added(),
                    outcome.left().size(),
                    outcome.millis());
            if (everything) {
                seenAt.put(depot.id(), seen(depot));
            }
        }
    }

    /** A parcel that waits and did not, or one that has become late. */
    private static boolean isNews(Seen before, Seen now) {
        return !before.waiting().containsAll(now.waiting()) || !before.late().containsAll(now.late());
    }

    private Seen seen(Depot depot) {
        Set<DeliveryId> late = new HashSet<>();
        for (Route stored : routes.listLive(depot.id())) {
            for (RouteStop stop : stored.expected(clock.instant()).ahead()) {
                if (stop.late()) {
                    late.add(stop.delivery());
                }
            }
        }
        return new Seen(replanning.waiting(depot), late);
    }
}
