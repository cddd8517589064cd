package io.giaovan.benchmarks.plan.task;

import java.util.List;

/** Judges routes against a task by replaying them. Pure. */
public final class RouteJudge {
    private final Task task;
    private final boolean[] served;
    private long distance;
    private int vehicles;

    private RouteJudge(Task task) {
        this.task = task;
        served = new boolean[task.size()];
    }

    /** Each route is the customers in the order of their visits, without the depot; routes without customers count for nothing. */
    public static Verdict judge(Task task, List<int[]> routes) {
        return new RouteJudge(task).judge(routes);
    }

    private Verdict judge(List<int[]> routes) {
        for (int[] route : routes) {
            String trouble = route.length == 0 ? "" : replay(route);
            if (!trouble.isEmpty()) {
                return new Verdict.Unlawful(trouble);
            }
        }
        for (int customer = 1; customer < served.length; customer++) {
            if (!served[customer]) {
                return new Verdict.Unlawful("customer " + customer + " is not served");
            }
        }
        if (vehicles > task.vehicles()) {
            return new Verdict.Unlawful(vehicles + " vehicles are used, " + task.vehicles() + " are there");
        }
        return new Verdict.Lawful(distance, vehicles);
    }

    /** What is wrong with a route, or nothing. */
    private String replay(int[] route) {
        vehicles++;
        boolean pairs = task.hasPairs();
        boolean[] onBoard = new boolean[pairs ? task.size() : 0];
        long load = 0;
        long time = task.ready()[0];
        int at = 0;
        for (int customer : route) {
            if (customer < 1 || customer >= task.size()) {
                return customer + " is not a customer";
            }
            if (served[customer]) {
                return "customer " + customer + " is served twice";
            }
            served[customer] = true;
            distance += task.distance(at, customer);
            time = Math.max(time + task.distance(at, customer), task.ready()[customer]);
            if (time > task.due()[customer]) {
                return "customer " + customer + " is reached at " + time + ", due " + task.due()[customer];
            }
            time += task.service()[customer];
            load += task.demand()[customer];
            if (load > task.capacity()) {
                return "load " + load + " at customer " + customer + " is above " + task.capacity();
            }
            if (task.delivery()[customer] > 0) {
                onBoard[customer] = true;
            }
            int source = task.pickup()[customer];
            if (source > 0) {
                if (!onBoard[source]) {
                    return "customer " + customer + " is served before its pickup " + source + " on the same route";
                }
                onBoard[source] = false;
            }
            at = customer;
        }
        distance += task.distance(at, 0);
        time += task.distance(at, 0);
        if (time > task.due()[0]) {
            return "the depot is reached at " + time + ", due " + task.due()[0];
        }
        for (int customer : route) {
            if (pairs && onBoard[customer]) {
                return "the load of customer " + customer + " is not delivered";
            }
        }
        return "";
    }
}
