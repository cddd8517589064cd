package io.giaovan.routingengine.network.graph;

import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.CHStorage;
import io.giaovan.routingengine.network.RoadArcs;
import io.giaovan.routingengine.network.RoadCost;
import io.giaovan.routingengine.network.RoadHierarchy;
import java.util.Arrays;

/**
 * Turns GraphHopper's prepared hierarchy into level-ordered arrays that carry time and distance. Shortcuts are unpacked from
 * the bottom up: a shortcut only joins edges that were there before it, so one pass in order of creation is enough.
 */
final class HierarchyFlattening {
    private final CHStorage hierarchy;
    private final int nodes;
    private final int edges;
    /** By edge number, road edges first, then shortcuts: the two ends, and the cost from the first to the second and back. */
    private final int[] from;

    private final int[] to;
    private final long[] there;
    private final long[] back;
    private final int[] rank;

    private HierarchyFlattening(BaseGraph graph, Weighting weighting, CHStorage hierarchy) {
        this.hierarchy = hierarchy;
        nodes = graph.getNodes();
        edges = graph.getEdges();
        int all = edges + hierarchy.getShortcuts();
        from = new int[all];
        to = new int[all];
        there = new long[all];
        back = new long[all];
        rank = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            rank[node] = nodes - 1 - hierarchy.getLevel(hierarchy.toNodePointer(node));
        }
        AllEdgesIterator edge = graph.getAllEdges();
        while (edge.next()) {
            int id = edge.getEdge();
            from[id] = edge.getBaseNode();
            to[id] = edge.getAdjNode();
            there[id] = RoadCost.of(weighting.calcEdgeWeight(edge, false), edge.getDistance());
            back[id] = RoadCost.of(weighting.calcEdgeWeight(edge, true), edge.getDistance());
        }
        for (int shortcut = 0; shortcut < hierarchy.getShortcuts(); shortcut++) {
            unpack(shortcut);
        }
    }

    /**
     * Flattens a node-based hierarchy.
     *
     * @param weighting gives seconds: no distance influence, priorities 0 or 1
     */
    static RoadHierarchy of(BaseGraph graph, Weighting weighting, CHStorage hierarchy) {
        HierarchyFlattening flat = new HierarchyFlattening(graph, weighting, hierarchy);
        return new RoadHierarchy(flat.rank, flat.arcs(true), flat.arcs(false));
    }

    private void unpack(int shortcut) {
        long pointer = hierarchy.toShortcutPointer(shortcut);
        int id = edges + shortcut;
        int low = hierarchy.getNodeA(pointer);
        int high = hierarchy.getNodeB(pointer);
        int first = hierarchy.getSkippedEdge1(pointer);
        int second = hierarchy.getSkippedEdge2(pointer);
        if (from[first] != low && to[first] != low) {
            int swap = first;
            first = second;
            second = swap;
        }
        int middle = from[first] == low ? to[first] : from[first];
        from[id] = low;
        to[id] = high;
        there[id] =
                hierarchy.getFwdAccess(pointer) ? RoadCost.sum(cost(first, low), cost(second, middle)) : RoadCost.NONE;
        back[id] =
                hierarchy.getBwdAccess(pointer) ? RoadCost.sum(cost(second, high), cost(first, middle)) : RoadCost.NONE;
    }

    private long cost(int edge, int start) {
        return from[edge] == start ? there[edge] : back[edge];
    }

    /** Groups the usable edges by their lower end; {@code upwards} picks the direction from the lower to the higher end. */
    private RoadArcs arcs(boolean upwards) {
        int[] first = new int[nodes + 1];
        for (int edge = 0; edge < from.length; edge++) {
            if (climb(edge, upwards) < RoadCost.NONE) {
                first[lower(edge) + 1]++;
            }
        }
        for (int node = 0; node < nodes; node++) {
            first[node + 1] += first[node];
        }
        int[] node = new int[first[nodes]];
        long[] cost = new long[first[nodes]];
        int[] next = Arrays.copyOf(first, nodes);
        for (int edge = 0; edge < from.length; edge++) {
            long climb = climb(edge, upwards);
            if (climb < RoadCost.NONE) {
                int place = next[lower(edge)]++;
                node[place] = Math.min(rank[from[edge]], rank[to[edge]]);
                cost[place] = climb;
            }
        }
        return new RoadArcs(first, node, cost);
    }

    private int lower(int edge) {
        return Math.max(rank[from[edge]], rank[to[edge]]);
    }

    private long climb(int edge, boolean upwards) {
        int start = rank[from[edge]];
        int end = rank[to[edge]];
        if (start == end) {
            return RoadCost.NONE;
        }
        return (start > end) == upwards ? there[edge] : back[edge];
    }
}
