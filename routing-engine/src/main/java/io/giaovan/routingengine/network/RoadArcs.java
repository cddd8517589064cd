package io.giaovan.routingengine.network;

/**
 * One direction of a hierarchy: for each rank, its arcs to higher nodes. The arcs of rank {@code r} stand at indices
 * {@code first[r]} to {@code first[r + 1] - 1} of {@code node} and {@code cost}. Whoever gets these arrays must not write to
 * them.
 *
 * @param first start of each rank's arcs, one entry more than there are nodes
 * @param node rank at the higher end, always less than the rank whose arc it is
 * @param cost a {@link RoadCost}
 */
public record RoadArcs(int[] first, int[] node, long[] cost) {}
