package io.giaovan.routingengine.dispatch;

import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.RoadBounds;
import io.giaovan.routingengine.network.RoadNetwork;
import io.giaovan.routingengine.network.RoadPath;
import io.giaovan.routingengine.network.Snap;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.travel.TravelMatrix;
import io.giaovan.routingengine.travel.TravelTimes;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plane without roads: straight lines at 6 m/s. The strip north of 10.83 lies too far from any road, and east of 106.74
 * is an island that no road leads to.
 */
@Singleton
@Requires(property = "test.fake-roads", value = "true")
public final class FakeRoads implements RoadNetwork, TravelTimes {
    private static final double METRES_PER_SECOND = 6;
    private static final RoadBounds BOUNDS = new RoadBounds(10.70, 106.60, 10.85, 106.80);
    private static final int ROUND_METRES = 21_600;

    private volatile boolean bridgeClosed;

    /** Closes or opens the bridge at 106.70 east; without it one drives round for an hour. */
    public void closeBridge(boolean closed) {
        bridgeClosed = closed;
    }

    @Override
    public String snapshotId() {
        return bridgeClosed ? "plane without its bridge" : "plane";
    }

    @Override
    public RoadBounds bounds() {
        return BOUNDS;
    }

    @Override
    public Set<VehicleProfile> profiles() {
        return Set.of(VehicleProfile.values());
    }

    @Override
    public Snap snap(VehicleProfile profile, GeoPoint point) {
        if (!BOUNDS.contains(point)) {
            return new Snap.OutsideBounds(point, BOUNDS);
        }
        return point.lat() > 10.83 ? new Snap.TooFar(point, 800, 300) : new Snap.OnRoad(point, point, 0);
    }

    @Override
    public RoadPath path(VehicleProfile profile, GeoPoint from, GeoPoint to) {
        int metres = (int) from.metresTo(to);
        if (island(from) != island(to)) {
            return new RoadPath.Unreachable(new Snap.OnRoad(from, from, 0), new Snap.OnRoad(to, to, 0));
        }
        return new RoadPath.Found(List.of(from, to), seconds(metres), metres);
    }

    @Override
    public Optional<GeoPoint> locate(Address address) {
        return address.line().contains("Lê Lợi") ? Optional.of(new GeoPoint(10.775, 106.70)) : Optional.empty();
    }

    @Override
    public TravelMatrix between(VehicleProfile profile, List<GeoPoint> points) {
        int size = points.size();
        int[] seconds = new int[size * size];
        int[] metres = new int[size * size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                boolean apart = island(points.get(from)) != island(points.get(to));
                boolean round = bridgeClosed && west(points.get(from)) != west(points.get(to));
                int way = (int) points.get(from).metresTo(points.get(to)) + (round ? ROUND_METRES : 0);
                metres[from * size + to] = apart ? TravelMatrix.UNREACHABLE : way;
                seconds[from * size + to] = apart ? TravelMatrix.UNREACHABLE : seconds(way);
            }
        }
        return new TravelMatrix(size, seconds, metres);
    }

    private static boolean west(GeoPoint point) {
        return point.lon() < 106.70;
    }

    private static boolean island(GeoPoint point) {
        return point.lon() > 106.74;
    }

    private static int seconds(int metres) {
        return (int) Math.ceil(metres / METRES_PER_SECOND);
    }
}
