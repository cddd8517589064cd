package io.giaovan.routingengine.travel;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.VehicleProfile;
import java.util.ArrayList;
import java.util.List;

/** Travel between many points at once. Safe for use by many threads. */
public interface TravelTimes {
    /**
     * Time and distance from every point to every other, in the order given. A point that cannot be brought to a road is
     * unreachable from and to everywhere but itself; ask {@code RoadNetwork.snap} for the reason.
     */
    TravelMatrix between(VehicleProfile profile, List<GeoPoint> points);

    /** Time and distance between one point and others, both ways: what a matrix gains when the point is added to it. */
    default TravelFan fan(VehicleProfile profile, GeoPoint point, List<GeoPoint> others) {
        List<GeoPoint> all = new ArrayList<>(others);
        all.add(point);
        return TravelFan.ofLast(between(profile, all));
    }
}
