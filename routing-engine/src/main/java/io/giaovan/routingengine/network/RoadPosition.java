package io.giaovan.routingengine.network;

/**
 * A point brought to the roads, in terms of a {@link RoadHierarchy}: how costly it is to leave it and to reach it from the
 * two ends of its road.
 *
 * @param edge the road it lies on, or {@value #AT_JUNCTION} when it lies on a junction
 * @param offsetCentimetres from the back end along the road
 * @param back rank of the junction at the road's start
 * @param ahead rank of the junction at the road's end, equal to {@code back} on a junction
 * @param leaveBack {@link RoadCost} from the point to {@code back}
 * @param leaveAhead cost from the point to {@code ahead}
 * @param reachBack cost from {@code back} to the point
 * @param reachAhead cost from {@code ahead} to the point
 */
public record RoadPosition(
        int edge,
        long offsetCentimetres,
        int back,
        int ahead,
        long leaveBack,
        long leaveAhead,
        long reachBack,
        long reachAhead) {
    public static final int AT_JUNCTION = -1;

    static RoadPosition atJunction(int rank) {
        return new RoadPosition(AT_JUNCTION, 0, rank, rank, 0, 0, 0, 0);
    }

    /** Cost of going to another point of the same road without leaving it, or {@link RoadCost#NONE}. */
    public long alongTo(RoadPosition other) {
        if (edge == AT_JUNCTION || edge != other.edge) {
            return RoadCost.NONE;
        }
        if (offsetCentimetres == other.offsetCentimetres) {
            return 0;
        }
        return offsetCentimetres < other.offsetCentimetres
                ? difference(other.reachBack, reachBack)
                : difference(other.reachAhead, reachAhead);
    }

    private static long difference(long farther, long nearer) {
        return farther >= RoadCost.NONE || nearer >= RoadCost.NONE ? RoadCost.NONE : Math.max(0, farther - nearer);
    }
}
