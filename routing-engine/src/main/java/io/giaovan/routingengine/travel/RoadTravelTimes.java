package io.giaovan.routingengine.travel;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.RoadSnapshot;
import io.giaovan.routingengine.network.VehicleProfile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Travel times over the road graph. Per vehicle kind one table remembers the points asked for lately, so that a plan that
 * gains a stop pays for that stop only; it starts afresh when it is full or the roads change.
 */
public final class RoadTravelTimes implements TravelTimes {
    private final RoadGraph roads;
    private final int pointsRemembered;
    private final int pointsMax;
    private final Map<VehicleProfile, Table> tables = new EnumMap<>(VehicleProfile.class);

    /** One vehicle kind's table with its lock. */
    private static final class Table {
        private TravelTable latest;

        Table(TravelTable first) {
            latest = first;
        }
    }

    /**
     * @param pointsRemembered points kept per vehicle kind; 8 bytes for each pair
     * @param pointsMax most points in one question
     */
    public RoadTravelTimes(RoadGraph roads, int pointsRemembered, int pointsMax) {
        this.roads = roads;
        this.pointsRemembered = pointsRemembered;
        this.pointsMax = pointsMax;
        RoadSnapshot now = roads.snapshot();
        roads.profiles().forEach(profile -> tables.put(profile, new Table(new TravelTable(now, profile))));
    }

    @Override
    public TravelMatrix between(VehicleProfile profile, List<GeoPoint> points) {
        if (points.size() > pointsMax) {
            throw new ProblemException(
                    ErrorCode.LIMIT_REACHED,
                    "points: there are " + points.size() + ", at most " + pointsMax + " go into one matrix");
        }
        Table table = tables.get(profile);
        if (table == null) {
            throw new IllegalArgumentException("profile: no roads are prepared for " + profile.key());
        }
        RoadSnapshot now = roads.snapshot();
        if (points.size() > pointsRemembered) {
            return fresh(now, profile, points).matrix(points);
        }
        synchronized (table) {
            return knowing(table, now, profile, points).matrix(points);
        }
    }

    @Override
    public TravelFan fan(VehicleProfile profile, GeoPoint point, List<GeoPoint> others) {
        Table table = tables.get(profile);
        if (table == null || others.size() >= pointsRemembered) {
            return TravelTimes.super.fan(profile, point, others);
        }
        RoadSnapshot now = roads.snapshot();
        synchronized (table) {
            if (!table.latest.roads().id().equals(now.id())) {
                table.latest = new TravelTable(now, profile);
            }
            return table.latest.fanOf(point, others);
        }
    }

    /** The table with these points in it, begun afresh when it is full or the roads have changed. */
    private TravelTable knowing(Table table, RoadSnapshot now, VehicleProfile profile, List<GeoPoint> points) {
        TravelTable latest = table.latest;
        long unknown =
                points.stream().filter(point -> !latest.knows(point)).distinct().count();
        if (!latest.roads().id().equals(now.id()) || latest.size() + unknown > pointsRemembered) {
            table.latest = fresh(now, profile, points);
        } else if (unknown > 0) {
            latest.add(points);
        }
        return table.latest;
    }

    private static TravelTable fresh(RoadSnapshot now, VehicleProfile profile, List<GeoPoint> points) {
        TravelTable table = new TravelTable(now, profile);
        table.add(points);
        return table;
    }
}
