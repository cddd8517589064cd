package io.giaovan.routingengine.network;

/**
 * A contraction hierarchy of one vehicle kind, flattened. Nodes are numbered by rank: 0 is the most important, and every arc
 * leads to or comes from a smaller rank. A quickest way climbs from its start along {@link #up} and comes down to its end
 * along {@link #down}. Immutable.
 */
public final class RoadHierarchy {
    private final int[] rankOfNode;
    private final RoadArcs up;
    private final RoadArcs down;

    public RoadHierarchy(int[] rankOfNode, RoadArcs up, RoadArcs down) {
        this.rankOfNode = rankOfNode;
        this.up = up;
        this.down = down;
    }

    public int size() {
        return rankOfNode.length;
    }

    /** Arcs from each node to higher ones. */
    public RoadArcs up() {
        return up;
    }

    /** Arcs into each node from higher ones. */
    public RoadArcs down() {
        return down;
    }

    /** The same roads driven the other way: a quickest way in it is one of this hierarchy from its end to its start. */
    public RoadHierarchy reversed() {
        return new RoadHierarchy(rankOfNode, down, up);
    }

    int rank(int node) {
        return rankOfNode[node];
    }
}
