package io.giaovan.benchmarks.plan.peer.lean;

import io.giaovan.benchmarks.plan.task.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * First routes for solvers whose own construction is slow or poor on lists: customers in the order of their angle seen from
 * the depot, each put where it costs least on one of the latest routes, or on a new one.
 */
public final class FirstRoutes {
    /** Routes begun earlier are in other directions, so trying them would only cost time. */
    private static final int ROUTES_TRIED = 12;

    private static final int SPARE_ROUTES = 5;

    private final Task task;
    private final RouteMeasure measure;
    private final List<List<Call>> routes = new ArrayList<>();

    private FirstRoutes(Task task) {
        this.task = task;
        measure = new RouteMeasure(task);
    }

    /** Customers in the order of their angle. */
    public static List<Call> byAngle(Task task) {
        return IntStream.range(1, task.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        node -> Math.atan2(task.y()[node] - task.y()[0], task.x()[node] - task.x()[0])))
                .map(node -> new Call(task, node))
                .toList();
    }

    /** Routes with every call, lawful one by one, and a few spare ones without; maybe more than there are vehicles. */
    public static List<List<Call>> of(Task task, List<Call> calls) {
        return new FirstRoutes(task).build(calls);
    }

    private List<List<Call>> build(List<Call> calls) {
        Call[] callOf = new Call[task.size()];
        calls.forEach(call -> callOf[call.node()] = call);
        for (Call call : calls) {
            if (task.pickup()[call.node()] > 0) {
                continue;
            }
            int to = task.delivery()[call.node()];
            List<Call> parts = to > 0 ? List.of(call, callOf[to]) : List.of(call);
            put(parts);
        }
        for (int i = 0; i < SPARE_ROUTES; i++) {
            routes.add(new ArrayList<>());
        }
        return routes;
    }

    private void put(List<Call> parts) {
        List<Call> bestRoute = new ArrayList<>(parts);
        int best = -1;
        long leastAdded = Long.MAX_VALUE;
        for (int r = Math.max(0, routes.size() - ROUTES_TRIED); r < routes.size(); r++) {
            List<Call> route = routes.get(r);
            measure.of(route);
            long before = measure.distance();
            for (List<Call> candidate : with(route, parts)) {
                measure.of(candidate);
                if (measure.excess() == 0 && measure.distance() - before < leastAdded) {
                    leastAdded = measure.distance() - before;
                    best = r;
                    bestRoute = candidate;
                }
            }
        }
        if (best < 0) {
            routes.add(bestRoute);
        } else {
            routes.set(best, bestRoute);
        }
    }

    /** The route with the parts put in, in all ways that keep their order. */
    private static List<List<Call>> with(List<Call> route, List<Call> parts) {
        List<List<Call>> all = new ArrayList<>();
        for (int i = 0; i <= route.size(); i++) {
            List<Call> one = new ArrayList<>(route);
            one.add(i, parts.getFirst());
            if (parts.size() == 1) {
                all.add(one);
            } else {
                for (int j = i + 1; j <= one.size(); j++) {
                    List<Call> both = new ArrayList<>(one);
                    both.add(j, parts.getLast());
                    all.add(both);
                }
            }
        }
        return all;
    }
}
