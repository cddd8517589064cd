package io.giaovan.routingengine.network.graph;

import com.graphhopper.routing.Path;
import com.graphhopper.routing.ch.CHRoutingAlgorithmFactory;
import com.graphhopper.routing.ch.PrepareContractionHierarchies;
import com.graphhopper.routing.ch.PrepareEncoder;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.CHConfig;
import com.graphhopper.storage.CHStorage;
import com.graphhopper.storage.DAType;
import com.graphhopper.storage.GHDirectory;
import com.graphhopper.storage.RoutingCHGraphImpl;
import com.graphhopper.util.PMap;
import com.graphhopper.util.PointList;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.RoadHierarchy;
import io.giaovan.routingengine.network.RoadPath;
import io.giaovan.routingengine.network.RoadPosition;
import io.giaovan.routingengine.network.RoadSpot;
import io.giaovan.routingengine.network.Snap;
import java.util.ArrayList;
import java.util.List;

/** The roads of one vehicle kind with the closures of one moment: GraphHopper's hierarchy and the same one flattened. */
final class PreparedRoads {
    private final BaseGraph graph;
    private final Weighting weighting;
    private final RoutingCHGraphImpl routing;
    private final RoadHierarchy hierarchy;

    PreparedRoads(BaseGraph graph, Weighting weighting, CHStorage storage) {
        this.graph = graph;
        this.weighting = weighting;
        routing = new RoutingCHGraphImpl(graph, storage, weighting);
        hierarchy = HierarchyFlattening.of(graph, weighting, storage);
    }

    /** Prepares anew under another weighting, with the node order that is already known to be good. */
    PreparedRoads prepareAgain(String name, Weighting changed) {
        PrepareContractionHierarchies preparation = PrepareContractionHierarchies.fromGraph(
                        graph, CHConfig.nodeBased(name, changed))
                .useFixedNodeOrdering(routing.getCHStorage().getNodeOrderingProvider());
        try {
            return new PreparedRoads(
                    graph, changed, ownCopy(preparation.doWork().getCHStorage(), graph.getNodes()));
        } finally {
            graph.getDirectory().remove("nodes_ch_" + name);
            graph.getDirectory().remove("shortcuts_" + name);
        }
    }

    RoadHierarchy hierarchy() {
        return hierarchy;
    }

    RoadPosition position(RoadSpot spot) {
        return spot.position(graph, weighting, hierarchy);
    }

    RoadPath path(RoadSpot from, RoadSpot to) {
        com.graphhopper.storage.index.Snap start = from.forRouting(graph);
        com.graphhopper.storage.index.Snap end = to.forRouting(graph);
        QueryGraph query = QueryGraph.create(graph, List.of(start, end));
        Path path = new CHRoutingAlgorithmFactory(routing, query)
                .createAlgo(new PMap())
                .calcPath(start.getClosestNode(), end.getClosestNode());
        if (!path.isFound()) {
            return new RoadPath.Unreachable(onRoad(from), onRoad(to));
        }
        PointList points = path.calcPoints();
        List<GeoPoint> geometry = new ArrayList<>(points.size());
        for (int i = 0; i < points.size(); i++) {
            geometry.add(new GeoPoint(points.getLat(i), points.getLon(i)));
        }
        if (geometry.isEmpty()) {
            geometry.add(from.point());
        }
        return new RoadPath.Found(
                geometry, (int) Math.round(path.getTime() / 1000.0), (int) Math.round(path.getDistance()));
    }

    static Snap.OnRoad onRoad(RoadSpot spot) {
        return new Snap.OnRoad(spot.asked(), spot.point(), spot.metres());
    }

    /** The preparation leaves its result in the graph's directory under a name; this one can be dropped like any object. */
    private static CHStorage ownCopy(CHStorage made, int nodes) {
        CHStorage copy = new CHStorage(new GHDirectory("", DAType.RAM), "copy", -1, false);
        copy.create(nodes, made.getShortcuts());
        for (int node = 0; node < nodes; node++) {
            long pointer = made.toNodePointer(node);
            copy.setLevel(pointer, made.getLevel(pointer));
        }
        for (int shortcut = 0; shortcut < made.getShortcuts(); shortcut++) {
            long pointer = made.toShortcutPointer(shortcut);
            int access = (made.getFwdAccess(pointer) ? PrepareEncoder.getScFwdDir() : 0)
                    | (made.getBwdAccess(pointer) ? PrepareEncoder.getScBwdDir() : 0);
            copy.shortcutNodeBased(
                    made.getNodeA(pointer),
                    made.getNodeB(pointer),
                    access,
                    made.getWeight(pointer),
                    made.getSkippedEdge1(pointer),
                    made.getSkippedEdge2(pointer));
        }
        for (int node = 0; node < nodes; node++) {
            long pointer = made.toNodePointer(node);
            copy.setLastShortcut(pointer, made.getLastShortcut(pointer));
        }
        return copy;
    }
}
