package io.giaovan.routingengine.network;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.Snap.Position;
import com.graphhopper.util.DistancePlaneProjection;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.GHPoint3D;
import io.giaovan.contracts.place.GeoPoint;

/**
 * What is worth remembering of one look into GraphHopper's location index. It does not depend on closures, so it outlives
 * snapshots of the roads.
 *
 * @param asked the point that was looked up
 * @param point the nearest point on the road
 * @param metres straight distance between the two
 * @param edge the road
 * @param adjNode the road's end, which fixes the direction in which it is read
 * @param node the junction it lies on, or GraphHopper's choice of end when it lies along the road
 * @param wayIndex point of the road's geometry before it
 * @param position whether it lies on a junction, a bend or between
 * @param metresFromBack along the road from its start
 * @param metresToAhead along the road to its end
 */
public record RoadSpot(
        GeoPoint asked,
        GeoPoint point,
        double metres,
        int edge,
        int adjNode,
        int node,
        int wayIndex,
        Position position,
        double metresFromBack,
        double metresToAhead) {

    public static RoadSpot of(GeoPoint asked, com.graphhopper.storage.index.Snap found) {
        EdgeIteratorState road = found.getClosestEdge();
        PointList shape = road.fetchWayGeometry(FetchMode.ALL);
        GHPoint3D on = found.getSnappedPoint();
        PointList before = new PointList(found.getWayIndex() + 2, false);
        for (int i = 0; i <= found.getWayIndex(); i++) {
            before.add(shape.getLat(i), shape.getLon(i));
        }
        before.add(on.lat, on.lon);
        PointList after = new PointList(shape.size() - found.getWayIndex(), false);
        after.add(on.lat, on.lon);
        for (int i = found.getWayIndex() + 1; i < shape.size(); i++) {
            after.add(shape.getLat(i), shape.getLon(i));
        }
        return new RoadSpot(
                asked,
                new GeoPoint(on.lat, on.lon),
                found.getQueryDistance(),
                road.getEdge(),
                road.getAdjNode(),
                found.getClosestNode(),
                found.getWayIndex(),
                found.getSnappedPosition(),
                DistancePlaneProjection.DIST_PLANE.calcDistance(before),
                DistancePlaneProjection.DIST_PLANE.calcDistance(after));
    }

    /** Costs of leaving and reaching the spot under a weighting, whose seconds grow evenly along a road. */
    public RoadPosition position(BaseGraph graph, Weighting weighting, RoadHierarchy hierarchy) {
        if (position == Position.TOWER) {
            return RoadPosition.atJunction(hierarchy.rank(node));
        }
        EdgeIteratorState road = graph.getEdgeIteratorState(edge, adjNode);
        double thereSecondsPerMetre = secondsPerMetre(road, weighting.calcEdgeWeight(road, false));
        double backSecondsPerMetre = secondsPerMetre(road, weighting.calcEdgeWeight(road, true));
        return new RoadPosition(
                edge,
                Math.round(metresFromBack * 100),
                hierarchy.rank(road.getBaseNode()),
                hierarchy.rank(adjNode),
                RoadCost.of(metresFromBack * backSecondsPerMetre, metresFromBack),
                RoadCost.of(metresToAhead * thereSecondsPerMetre, metresToAhead),
                RoadCost.of(metresFromBack * thereSecondsPerMetre, metresFromBack),
                RoadCost.of(metresToAhead * backSecondsPerMetre, metresToAhead));
    }

    private static double secondsPerMetre(EdgeIteratorState road, double seconds) {
        return road.getDistance() > 0 ? seconds / road.getDistance() : seconds;
    }

    /** A fresh object for GraphHopper, which writes into it when it routes. */
    public com.graphhopper.storage.index.Snap forRouting(BaseGraph graph) {
        com.graphhopper.storage.index.Snap snap = new com.graphhopper.storage.index.Snap(asked.lat(), asked.lon());
        snap.setClosestEdge(graph.getEdgeIteratorState(edge, adjNode));
        snap.setClosestNode(node);
        snap.setWayIndex(wayIndex);
        snap.setSnappedPosition(position);
        snap.setSnappedPoint(new GHPoint3D(point.lat(), point.lon(), Double.NaN));
        snap.setQueryDistance(metres);
        return snap;
    }
}
