package io.giaovan.routingengine.network.graph;

import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.RoutingCHGraphImpl;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.RoadBounds;
import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.RoadHierarchy;
import io.giaovan.routingengine.network.RoadLimits;
import io.giaovan.routingengine.network.RoadMap;
import io.giaovan.routingengine.network.RoadPath;
import io.giaovan.routingengine.network.RoadPosition;
import io.giaovan.routingengine.network.RoadSnapshot;
import io.giaovan.routingengine.network.RoadSpot;
import io.giaovan.routingengine.network.Snap;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.address.MapFeatures;
import io.giaovan.routingengine.network.address.StreetIndex;
import io.giaovan.routingengine.network.zone.RestrictedZone;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Roads imported and prepared by GraphHopper. Closures are prepared aside and then swapped in whole. */
final class GraphHopperRoads implements RoadGraph {
    private final RoadImport hopper;
    private final String dataId;
    private final RoadLimits limits;
    private final RoadBounds bounds;
    private final StreetIndex streets;
    private final RoadMap map;
    private final Map<VehicleProfile, Weighting> openWeightings = new EnumMap<>(VehicleProfile.class);
    private final Map<VehicleProfile, PreparedRoads> open = new EnumMap<>(VehicleProfile.class);
    private final Map<VehicleProfile, SnapIndex> snaps = new EnumMap<>(VehicleProfile.class);
    private final Object closing = new Object();
    private volatile Prepared current;

    /** The state of the roads between two changes of closures. */
    private record Prepared(
            String id,
            Map<VehicleProfile, BitSet> closedEdges,
            Map<VehicleProfile, PreparedRoads> roads,
            GraphHopperRoads network)
            implements RoadSnapshot {
        @Override
        public RoadHierarchy hierarchy(VehicleProfile profile) {
            return of(profile).hierarchy();
        }

        @Override
        public Optional<RoadPosition> position(VehicleProfile profile, GeoPoint point) {
            return network.spotWithinLimit(profile, point)
                    .map(spot -> of(profile).position(spot));
        }

        PreparedRoads of(VehicleProfile profile) {
            return Objects.requireNonNull(roads.get(profile));
        }
    }

    GraphHopperRoads(RoadImport hopper, String dataId, RoadLimits limits, MapFeatures features) {
        this.hopper = hopper;
        this.dataId = dataId;
        this.limits = limits;
        BBox box = hopper.getBaseGraph().getBounds();
        bounds = new RoadBounds(box.minLat, box.minLon, box.maxLat, box.maxLon);
        Map<VehicleProfile, BitSet> nothingClosed = new EnumMap<>(VehicleProfile.class);
        for (VehicleProfile profile : VehicleProfile.values()) {
            RoutingCHGraphImpl prepared = (RoutingCHGraphImpl)
                    Objects.requireNonNull(hopper.getCHGraphs().get(profile.key()));
            Weighting weighting = prepared.getWeighting();
            openWeightings.put(profile, weighting);
            open.put(profile, new PreparedRoads(hopper.getBaseGraph(), weighting, prepared.getCHStorage()));
            snaps.put(
                    profile,
                    new SnapIndex(
                            hopper.getLocationIndex(),
                            new DefaultSnapFilter(
                                    weighting,
                                    hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(profile.key()))),
                            limits.snapsCached()));
            nothingClosed.put(profile, new BitSet());
        }
        streets = StreetIndex.of(hopper.getBaseGraph(), features);
        map = new GraphHopperMap(
                hopper.getBaseGraph(), hopper.getLocationIndex(), hopper.getEncodingManager(), features);
        current = new Prepared(dataId, nothingClosed, open, this);
    }

    @Override
    public RoadMap map() {
        return map;
    }

    @Override
    public void close() {
        hopper.close();
    }

    @Override
    public RoadSnapshot snapshot() {
        return current;
    }

    @Override
    public String snapshotId() {
        return current.id();
    }

    @Override
    public RoadBounds bounds() {
        return bounds;
    }

    @Override
    public Set<VehicleProfile> profiles() {
        return EnumSet.allOf(VehicleProfile.class);
    }

    @Override
    public Snap snap(VehicleProfile profile, GeoPoint point) {
        if (!bounds.widenedBy(limits.snapMetres()).contains(point)) {
            return new Snap.OutsideBounds(point, bounds);
        }
        return index(profile)
                .nearest(point)
                .<Snap>map(spot -> spot.metres() <= limits.snapMetres()
                        ? PreparedRoads.onRoad(spot)
                        : new Snap.TooFar(point, spot.metres(), limits.snapMetres()))
                .orElseGet(() -> new Snap.TooFar(point, Double.POSITIVE_INFINITY, limits.snapMetres()));
    }

    @Override
    public RoadPath path(VehicleProfile profile, GeoPoint from, GeoPoint to) {
        Prepared now = current;
        Optional<RoadSpot> start = spotWithinLimit(profile, from);
        Optional<RoadSpot> end = spotWithinLimit(profile, to);
        if (start.isEmpty() || end.isEmpty()) {
            return new RoadPath.OffRoad(snap(profile, start.isEmpty() ? from : to));
        }
        return now.of(profile).path(start.get(), end.get());
    }

    @Override
    public Optional<GeoPoint> locate(Address address) {
        GeoPoint known = address.point();
        return known != null ? Optional.of(known) : streets.find(address.line(), address.ward());
    }

    @Override
    public void closeRoads(List<RestrictedZone> closures) {
        synchronized (closing) {
            Prepared before = current;
            Map<VehicleProfile, BitSet> closedEdges = new EnumMap<>(VehicleProfile.class);
            Map<VehicleProfile, PreparedRoads> roads = new EnumMap<>(VehicleProfile.class);
            for (VehicleProfile profile : VehicleProfile.values()) {
                BitSet closed = edgesWithin(closures.stream()
                        .filter(zone -> zone.profiles().contains(profile))
                        .toList());
                closedEdges.put(profile, closed);
                roads.put(profile, prepared(profile, closed, before));
            }
            if (!closedEdges.equals(before.closedEdges())) {
                current = new Prepared(id(closedEdges), closedEdges, roads, this);
            }
        }
    }

    private PreparedRoads prepared(VehicleProfile profile, BitSet closed, Prepared before) {
        if (closed.equals(before.closedEdges().get(profile))) {
            return before.of(profile);
        }
        PreparedRoads asImported = Objects.requireNonNull(open.get(profile));
        if (closed.isEmpty()) {
            return asImported;
        }
        return asImported.prepareAgain(
                profile.key() + "_closed",
                new ClosedRoadsWeighting(Objects.requireNonNull(openWeightings.get(profile)), closed));
    }

    private BitSet edgesWithin(List<RestrictedZone> zones) {
        BitSet found = new BitSet();
        for (RestrictedZone zone : zones) {
            BBox box = BBox.createInverse(false);
            zone.outline().forEach(corner -> box.update(corner.lat(), corner.lon()));
            hopper.getLocationIndex().query(box, edge -> {
                if (!found.get(edge) && touches(zone, edge)) {
                    found.set(edge);
                }
            });
        }
        return found;
    }

    private boolean touches(RestrictedZone zone, int edge) {
        PointList shape = hopper.getBaseGraph()
                .getEdgeIteratorState(edge, Integer.MIN_VALUE)
                .fetchWayGeometry(FetchMode.ALL);
        for (int i = 1; i < shape.size(); i++) {
            if (zone.touches(
                    new GeoPoint(shape.getLat(i - 1), shape.getLon(i - 1)),
                    new GeoPoint(shape.getLat(i), shape.getLon(i)))) {
                return true;
            }
        }
        return false;
    }

    private String id(Map<VehicleProfile, BitSet> closedEdges) {
        if (closedEdges.values().stream().allMatch(BitSet::isEmpty)) {
            return dataId;
        }
        int hash = 0;
        for (BitSet closed : closedEdges.values()) {
            hash = 31 * hash + Arrays.hashCode(closed.toLongArray());
        }
        return dataId + "-closed-" + HexFormat.of().toHexDigits(hash);
    }

    private Optional<RoadSpot> spotWithinLimit(VehicleProfile profile, GeoPoint point) {
        return index(profile).nearest(point).filter(spot -> spot.metres() <= limits.snapMetres());
    }

    private SnapIndex index(VehicleProfile profile) {
        return Objects.requireNonNull(snaps.get(profile));
    }
}
