package io.giaovan.routingengine.dispatch.route;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.RoadNetwork;
import io.giaovan.routingengine.network.RoadPath;
import io.giaovan.routingengine.network.VehicleProfile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The line of a route along the roads, for maps. Remembered until the roads or the stops change. */
@Singleton
public final class RouteLines {
    private static final int REMEMBERED_MAX = 2_000;

    private final RoadNetwork roads;
    private final Map<String, List<double[]>> lines = new ConcurrentHashMap<>();

    RouteLines(RoadNetwork roads) {
        this.roads = roads;
    }

    /** Longitude and latitude of each corner, from the depot over all stops and back. */
    public List<double[]> line(String routeId, VehicleProfile kind, GeoPoint depot, List<GeoPoint> stops) {
        if (lines.size() > REMEMBERED_MAX) {
            lines.clear();
        }
        String key = roads.snapshotId() + "|" + routeId + "|" + stops.hashCode();
        return lines.computeIfAbsent(key, _ -> drawn(kind, depot, stops));
    }

    private List<double[]> drawn(VehicleProfile kind, GeoPoint depot, List<GeoPoint> stops) {
        List<double[]> line = new ArrayList<>();
        GeoPoint from = depot;
        List<GeoPoint> round = new ArrayList<>(stops);
        round.add(depot);
        for (GeoPoint to : round) {
            switch (roads.path(kind, from, to)) {
                case RoadPath.Found found ->
                    found.geometry().forEach(corner -> line.add(new double[] {corner.lon(), corner.lat()}));
                case RoadPath.Unreachable _, RoadPath.OffRoad _ -> line.add(new double[] {to.lon(), to.lat()});
            }
            from = to;
        }
        return line;
    }
}
