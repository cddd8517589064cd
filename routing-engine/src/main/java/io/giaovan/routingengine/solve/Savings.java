package io.giaovan.routingengine.solve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Joins stops to chains by what joining them saves over one route each (Clarke and Wright 1964), seen from one vehicle of
 * the largest group. Chains keep to that vehicle's capacity and number of stops; every other rule is left to whoever puts
 * them on routes. Paired and optional stops stay out.
 */
final class Savings {
    /** Neighbours per stop that are looked at. */
    private static final int NEAR = 40;
    /**
     * Share of a vehicle that a chain may fill: full vehicles leave the search no room, and it closes a route more easily
     * than it opens one.
     */
    private static final double FILL_MAX = 0.95;

    private final FlatProblem flat;
    private final int vehicle;
    private final int kind;
    private final boolean reversible;
    private final Chain[] chainOf;

    /** Stops in driving order with what they load. */
    private record Chain(int[] nodes, long[] load) {
        int first() {
            return nodes[0];
        }

        int last() {
            return nodes[nodes.length - 1];
        }

        Chain reversed() {
            int[] back = new int[nodes.length];
            for (int i = 0; i < back.length; i++) {
                back[i] = nodes[nodes.length - 1 - i];
            }
            return new Chain(back, load);
        }
    }

    private Savings(FlatProblem flat) {
        this.flat = flat;
        int[] largest = flat.groups[0];
        for (int[] group : flat.groups) {
            largest = group.length > largest.length ? group : largest;
        }
        vehicle = largest[0];
        kind = flat.kindOf[vehicle];
        reversible = flat.metres[kind] == flat.metresTo[kind];
        chainOf = new Chain[flat.stops];
    }

    /** Chains of two stops and more, longest first, of those stops that are on no route yet. */
    static List<int[]> chains(FlatProblem flat, int[][] near, int[] routeOf) {
        return flat.vehicles == 0 ? List.of() : new Savings(flat).chains(near, routeOf);
    }

    private List<int[]> chains(int[][] near, int[] routeOf) {
        for (int node = 0; node < flat.stops; node++) {
            if (routeOf[node] < 0 && flat.partner[node] < 0 && flat.skipUnits[node] == 0) {
                long[] load = new long[2 * flat.dimensions];
                for (int d = 0; d < flat.dimensions; d++) {
                    load[2 * d] = flat.deliver[node * flat.dimensions + d];
                    load[2 * d + 1] = flat.collect[node * flat.dimensions + d];
                }
                chainOf[node] = new Chain(new int[] {node}, load);
            }
        }
        for (long key : candidates(near)) {
            int from = (int) (key >>> 16) & 0xFFFF;
            join(from, near[from][(int) key & 0xFFFF]);
        }
        return Arrays.stream(chainOf)
                .filter(Objects::nonNull)
                .map(Chain::nodes)
                .distinct()
                .filter(nodes -> nodes.length > 1)
                .sorted(Comparator.comparingInt(nodes -> -nodes.length))
                .toList();
    }

    /** Pairs worth joining, best first: the saving turned round, then the stop, then the neighbour's rank. */
    private long[] candidates(int[][] near) {
        int[] metres = flat.metres[kind];
        int start = flat.place[flat.startNode(vehicle)] * flat.places;
        int end = flat.place[flat.endNode(vehicle)];
        long[] keys = new long[flat.stops * NEAR];
        int count = 0;
        for (int i = 0; i < flat.stops; i++) {
            int row = flat.place[i] * flat.places;
            for (int k = 0; k < Math.min(NEAR, near[i].length) && chainOf[i] != null; k++) {
                int j = near[i][k];
                int saving = metres[row + end] + metres[start + flat.place[j]] - metres[row + flat.place[j]];
                if (saving > 0 && chainOf[j] != null) {
                    keys[count++] = ((long) (Integer.MAX_VALUE - saving) << 32) | ((long) i << 16) | k;
                }
            }
        }
        long[] sorted = Arrays.copyOf(keys, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private void join(int i, int j) {
        Chain head = chainOf[i];
        Chain tail = chainOf[j];
        if (head == tail || head.nodes.length + tail.nodes.length > flat.stopsMax[vehicle]) {
            return;
        }
        if (reversible && head.last() != i && head.first() == i) {
            head = head.reversed();
        }
        if (reversible && tail.first() != j && tail.last() == j) {
            tail = tail.reversed();
        }
        if (head.last() != i || tail.first() != j) {
            return;
        }
        long[] load = new long[head.load.length];
        for (int d = 0; d < load.length; d++) {
            load[d] = head.load[d] + tail.load[d];
            if (load[d] > FILL_MAX * flat.capacity[vehicle * flat.dimensions + d / 2]) {
                return;
            }
        }
        int[] nodes = Arrays.copyOf(head.nodes, head.nodes.length + tail.nodes.length);
        System.arraycopy(tail.nodes, 0, nodes, head.nodes.length, tail.nodes.length);
        Chain joined = new Chain(nodes, load);
        for (int node : nodes) {
            chainOf[node] = joined;
        }
    }
}
