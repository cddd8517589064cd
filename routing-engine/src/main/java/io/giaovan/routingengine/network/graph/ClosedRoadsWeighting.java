package io.giaovan.routingengine.network.graph;

import com.graphhopper.routing.querygraph.VirtualEdgeIteratorState;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.GHUtility;
import java.util.BitSet;

/** A weighting in which some edges cannot be used at all. */
final class ClosedRoadsWeighting implements Weighting {
    private final Weighting open;
    private final BitSet closedEdges;

    ClosedRoadsWeighting(Weighting open, BitSet closedEdges) {
        this.open = open;
        this.closedEdges = closedEdges;
    }

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        int id = edge instanceof VirtualEdgeIteratorState part
                ? GHUtility.getEdgeFromEdgeKey(part.getOriginalEdgeKey())
                : edge.getEdge();
        return closedEdges.get(id) ? Double.POSITIVE_INFINITY : open.calcEdgeWeight(edge, reverse);
    }

    @Override
    public double calcMinWeightPerDistance() {
        return open.calcMinWeightPerDistance();
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
        return open.calcEdgeMillis(edge, reverse);
    }

    @Override
    public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
        return open.calcTurnWeight(inEdge, viaNode, outEdge);
    }

    @Override
    public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
        return open.calcTurnMillis(inEdge, viaNode, outEdge);
    }

    @Override
    public boolean hasTurnCosts() {
        return open.hasTurnCosts();
    }

    @Override
    public String getName() {
        return open.getName();
    }
}
