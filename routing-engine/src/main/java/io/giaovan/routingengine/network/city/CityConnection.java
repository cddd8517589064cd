package io.giaovan.routingengine.network.city;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sees to it that every road can be driven to and from: opens one-way streets that trap, and drops what stays cut off. */
final class CityConnection {
    private static final int ROUNDS = 5;

    private CityConnection() {}

    static List<CityWay> connect(List<CityWay> ways, int middle) {
        List<CityWay> open = ways;
        for (int round = 0; round < ROUNDS; round++) {
            Set<Integer> core = core(open, middle);
            open = open.stream()
                    .map(way -> way.oneWay() && !core.containsAll(way.nodes())
                            ? new CityWay(way.name(), way.kind(), false, way.bridge(), way.nodes())
                            : way)
                    .toList();
        }
        Set<Integer> core = core(open, middle);
        return open.stream().filter(way -> core.containsAll(way.nodes())).toList();
    }

    /** Nodes that can be reached from the middle and from which the middle can be reached. */
    private static Set<Integer> core(List<CityWay> ways, int middle) {
        Map<Integer, List<Integer>> there = new HashMap<>();
        Map<Integer, List<Integer>> back = new HashMap<>();
        for (CityWay way : ways) {
            for (int i = 1; i < way.nodes().size(); i++) {
                int a = way.nodes().get(i - 1);
                int b = way.nodes().get(i);
                link(there, a, b);
                link(back, b, a);
                if (!way.oneWay()) {
                    link(there, b, a);
                    link(back, a, b);
                }
            }
        }
        Set<Integer> core = reached(there, middle);
        core.retainAll(reached(back, middle));
        return core;
    }

    private static void link(Map<Integer, List<Integer>> links, int from, int to) {
        links.computeIfAbsent(from, _ -> new ArrayList<>()).add(to);
    }

    private static Set<Integer> reached(Map<Integer, List<Integer>> links, int start) {
        Set<Integer> seen = new HashSet<>(Set.of(start));
        ArrayDeque<Integer> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            for (int next : links.getOrDefault(waiting.remove(), List.of())) {
                if (seen.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return seen;
    }
}
