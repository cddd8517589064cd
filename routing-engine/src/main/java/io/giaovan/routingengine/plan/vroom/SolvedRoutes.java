package io.giaovan.routingengine.plan.vroom;

import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Visit;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.List;

/** Tells the routes of a plan in VROOM's words; they break nothing. */
final class SolvedRoutes {
    private final VroomProblem asked;

    SolvedRoutes(VroomProblem asked) {
        this.asked = asked;
    }

    List<DrivenRoute> of(Plan plan) {
        return plan.routes().stream().map(this::route).toList();
    }

    List<VroomTask> left(Plan plan) {
        return plan.unplanned().stream().map(this::task).toList();
    }

    private DrivenRoute route(PlannedRoute route) {
        VroomVehicle vehicle = asked.vehicle(route.vehicle());
        TravelMatrix priced = asked.places().priced(vehicle);
        TravelMatrix travel = asked.places().travel(vehicle.profile());
        List<VroomTask> tasks = route.stops().stream().map(this::task).toList();
        Loads loads = new Loads(asked.problem().dimensions(), tasks);
        List<DrivenStep> steps = new ArrayList<>();
        Integer start = vehicle.start();
        int from = start == null ? -1 : start;
        if (start != null) {
            steps.add(end("start", start, route.startSeconds(), 0, 0, loads));
        }
        long cost = 0;
        long work = 0;
        long priority = 0;
        long duration = 0;
        long distance = 0;
        for (Visit visit : route.visits()) {
            switch (visit) {
                case Visit.AtStop at -> {
                    VroomTask task = task(at.stop());
                    if (from >= 0) {
                        cost += priced.metres(from, at.location());
                        duration += priced.seconds(from, at.location());
                        distance += travel.metres(from, at.location());
                    }
                    loads.serve(task);
                    int setup = from != at.location() ? task.setup() : 0;
                    work += setup + (long) task.service();
                    priority += task.priority();
                    steps.add(new DrivenStep(
                            task.type(),
                            task.id(),
                            task.node(),
                            at.location(),
                            asked.epoch() + at.arrivalSeconds(),
                            setup,
                            task.service(),
                            at.startSeconds() - at.arrivalSeconds(),
                            duration,
                            distance,
                            loads.onBoard(),
                            List.of()));
                    from = at.location();
                }
                case Visit.Pause at -> {
                    VroomVehicle.Pause pause = asked.pauses(vehicle).get(at.index());
                    steps.add(new DrivenStep(
                            "break",
                            pause.id(),
                            pause.node(),
                            -1,
                            asked.epoch() + at.arrivalSeconds(),
                            0,
                            pause.service(),
                            at.startSeconds() - at.arrivalSeconds(),
                            duration,
                            distance,
                            loads.onBoard(),
                            List.of()));
                }
                case Visit.Reload _ -> throw new IllegalStateException("a VROOM route has one trip");
            }
        }
        Integer end = vehicle.end();
        if (end != null) {
            if (from >= 0) {
                cost += priced.metres(from, end);
                duration += priced.seconds(from, end);
                distance += travel.metres(from, end);
            }
            steps.add(end("end", end, route.endSeconds(), duration, distance, loads));
        }
        return new DrivenRoute(
                vehicle,
                asked.places().cost(vehicle, cost, duration, distance, work),
                priority,
                loads.delivered(),
                loads.collected(),
                steps,
                List.of());
    }

    private DrivenStep end(String type, int location, int arrival, long duration, long distance, Loads loads) {
        return new DrivenStep(
                type,
                null,
                null,
                location,
                asked.epoch() + arrival,
                0,
                0,
                0,
                duration,
                distance,
                loads.onBoard(),
                List.of());
    }

    private VroomTask task(StopId stop) {
        return asked.task(stop);
    }
}
