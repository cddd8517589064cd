package io.giaovan.routingengine.promise;

import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.network.RoadNetwork;
import io.giaovan.routingengine.network.Snap;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.travel.TravelFan;
import io.giaovan.routingengine.travel.TravelMatrix;
import io.giaovan.routingengine.travel.TravelTimes;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds where an address is and whether the depot's vehicles get there and back. */
@Singleton
public final class PlaceFinder {
    private static final int REMEMBERED_MAX = 20_000;

    private final RoadNetwork roads;
    private final TravelTimes travel;
    private final Fleet fleet;
    private final Map<Trip, Boolean> reachable = new ConcurrentHashMap<>();

    private record Trip(String snapshotId, VehicleProfile kind, GeoPoint depot, GeoPoint point) {}

    PlaceFinder(RoadNetwork roads, TravelTimes travel, Fleet fleet) {
        this.roads = roads;
        this.travel = travel;
        this.fleet = fleet;
    }

    /** The point of an address, or a refusal with OUTSIDE_MAP or UNREACHABLE. */
    public GeoPoint find(Address address, Depot depot) {
        GeoPoint given = address.point();
        GeoPoint point = given != null
                ? given
                : roads.locate(address)
                        .orElseThrow(() -> new ProblemException(
                                ErrorCode.OUTSIDE_MAP,
                                "address.line: the street is not on the map; send address.point with lat and lon"));
        Set<VehicleProfile> kinds = kindsAt(depot);
        boolean nearRoad = false;
        for (VehicleProfile kind : kinds) {
            switch (roads.snap(kind, point)) {
                case Snap.OutsideBounds outside ->
                    throw new ProblemException(
                            ErrorCode.OUTSIDE_MAP,
                            "address.point: lies outside the map, which covers "
                                    + outside.bounds().south() + " to "
                                    + outside.bounds().north() + " north and "
                                    + outside.bounds().west() + " to "
                                    + outside.bounds().east() + " east");
                case Snap.TooFar _ -> {}
                case Snap.OnRoad _ -> {
                    nearRoad = true;
                    if (isReachable(kind, depot, point)) {
                        return point;
                    }
                }
            }
        }
        throw new ProblemException(
                ErrorCode.UNREACHABLE,
                nearRoad
                        ? "address.point: no road leads there and back from depot " + depot.id() + " for " + kinds
                        : "address.point: there is no road near it for " + kinds);
    }

    /** Whether a road leads there and back. Remembered, since a buyer asks, holds and orders for one place. */
    private boolean isReachable(VehicleProfile kind, Depot depot, GeoPoint point) {
        if (reachable.size() > REMEMBERED_MAX) {
            reachable.clear();
        }
        return reachable.computeIfAbsent(new Trip(roads.snapshotId(), kind, depot.point(), point), trip -> {
            TravelFan ways = travel.fan(kind, trip.point(), List.of(trip.depot()));
            return ways.outSeconds()[0] != TravelMatrix.UNREACHABLE
                    && ways.backSeconds()[0] != TravelMatrix.UNREACHABLE;
        });
    }

    /** The kinds of vehicle at a depot; motorbikes when it has no courier yet. */
    Set<VehicleProfile> kindsAt(Depot depot) {
        Set<VehicleProfile> kinds = EnumSet.noneOf(VehicleProfile.class);
        for (Courier courier : fleet.listCouriers(depot.id())) {
            kinds.add(courier.vehicle().kind());
        }
        return kinds.isEmpty() ? EnumSet.of(VehicleProfile.MOTORBIKE) : kinds;
    }
}
