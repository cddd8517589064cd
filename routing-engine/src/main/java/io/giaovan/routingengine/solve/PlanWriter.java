package io.giaovan.routingengine.solve;

import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.RouteCost;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes sequences of nodes as a plan with times and costs. */
final class PlanWriter {
    private final FlatProblem flat;
    private final RichClock clock;

    PlanWriter(FlatProblem flat) {
        this.flat = flat;
        clock = new RichClock(flat, true);
    }

    /** A plan from the nodes of each vehicle; nodes that are nowhere are unplanned. */
    Plan write(int[][] nodesOf) {
        boolean[] isPlanned = new boolean[flat.stops];
        List<PlannedRoute> routes = new ArrayList<>();
        long soft = 0;
        for (int v = 0; v < flat.vehicles; v++) {
            boolean used = false;
            for (int node : nodesOf[v]) {
                if (node < flat.stops) {
                    isPlanned[node] = true;
                    used = true;
                }
            }
            if (used) {
                PlannedRoute route = route(v, nodesOf[v]);
                routes.add(route);
                soft += route.cost().total();
            }
        }
        List<StopId> unplanned = new ArrayList<>();
        long medium = 0;
        for (int node = 0; node < flat.stops; node++) {
            if (!isPlanned[node]) {
                unplanned.add(flat.stopOf[node].id());
                medium += flat.priority[node];
                soft += flat.skipUnits[node];
            }
        }
        return new Plan(routes, unplanned, new PlanScore(0, medium, soft));
    }

    private RouteState timed(int v, int[] nodes) {
        RouteState r = new RouteState(flat, v, true);
        int count = nodes.length;
        r.set(flat, nodes, count);
        int kind = flat.kindOf[v];
        for (int p = 1; p <= count + 1; p++) {
            int arc = r.place[p - 1] * flat.places + r.place[p];
            r.arcMetres[p] = flat.metres[kind][arc];
            r.arcSeconds[p] = flat.seconds[kind][arc];
            r.metres += r.arcMetres[p];
        }
        clock.refresh(r);
        return r;
    }

    private PlannedRoute route(int v, int[] nodes) {
        RouteState r = timed(v, nodes);
        Vehicle vehicle = flat.vehicleOf[v];
        Progress progress = vehicle.progress();
        int firstBreak = progress == null ? 0 : progress.breaksTaken();
        int kind = flat.kindOf[v];
        List<Visit> visits = new ArrayList<>();
        int standing = vehicle.fromLocation();
        int now = pauses(visits, v, standing, flat.departFrom[v], 0, r.rich.breaksAt(1), firstBreak);
        now = Math.max(now, r.rich.start);
        int start = now;
        for (int p = 1; p <= r.length; p++) {
            int arrival = now + r.arcSeconds[p];
            int node = r.node[p];
            if (node >= flat.stops) {
                standing = r.place[p];
                int next = p + 1;
                int leave = arrival + flat.reloadSeconds[v];
                while (next <= r.length && r.node[next] < flat.stops) {
                    leave = Math.max(leave, flat.release[r.node[next++]]);
                }
                visits.add(new Visit.Reload(standing, arrival, arrival, leave));
                now = leave;
            } else {
                standing = flat.place[node];
                int begin = Math.min(clock.begin(kind, node, arrival), FlatProblem.NEVER);
                int work = flat.service[kind][node] + (r.place[p] == r.place[p - 1] ? 0 : flat.setup[kind][node]);
                now = begin + work;
                visits.add(new Visit.AtStop(flat.stopOf[node].id(), standing, arrival, begin, now));
            }
            now = pauses(visits, v, standing, now, r.rich.breaksAt(p), r.rich.breaksAt(p + 1), firstBreak);
        }
        int end = now + r.arcSeconds[r.length + 1];
        return new PlannedRoute(vehicle.id(), start, end, r.metres, visits, cost(r, nodes, start, end));
    }

    private int pauses(List<Visit> visits, int v, int place, int from, int first, int last, int indexOfFirst) {
        int now = from;
        for (int j = first; j < last; j++) {
            int begin = Math.max(now, flat.breaks[v][3 * j]);
            int done = begin + flat.breaks[v][3 * j + 2];
            visits.add(new Visit.Pause(indexOfFirst + j, place, now, begin, done));
            now = done;
        }
        return now;
    }

    private RouteCost cost(RouteState r, int[] nodes, int start, int end) {
        int v = r.vehicle;
        long seconds = end - (flat.departed[v] >= 0 ? flat.departed[v] : start);
        long moves = Arrays.stream(nodes)
                .filter(node -> node < flat.stops)
                .mapToLong(node -> flat.moveUnits(node, v))
                .sum();
        return new RouteCost(
                flat.fixedUnits[v],
                seconds * flat.hourUnits[v],
                r.metres * flat.metreUnits[v],
                Math.max(0, end - flat.shiftEnd[v]) * flat.overtimeUnits[v],
                r.rich.lateUnits,
                moves,
                flat.balancePrice > 0 ? RichClock.balanceUnits(flat.balancePrice, seconds) : 0);
    }
}
