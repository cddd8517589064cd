package io.giaovan.routingengine.plan.vroom;

import static io.giaovan.routingengine.plan.vroom.VroomViolation.DELAY;
import static io.giaovan.routingengine.plan.vroom.VroomViolation.LEAD_TIME;
import static io.giaovan.routingengine.plan.vroom.VroomViolation.LOAD;
import static io.giaovan.routingengine.plan.vroom.VroomViolation.MAX_DISTANCE;
import static io.giaovan.routingengine.plan.vroom.VroomViolation.MAX_LOAD;
import static io.giaovan.routingengine.plan.vroom.VroomViolation.MAX_TASKS;
import static io.giaovan.routingengine.plan.vroom.VroomViolation.MAX_TRAVEL_TIME;
import static io.giaovan.routingengine.plan.vroom.VroomViolation.MISSING_BREAK;
import static io.giaovan.routingengine.plan.vroom.VroomViolation.PRECEDENCE;
import static io.giaovan.routingengine.plan.vroom.VroomViolation.SKILLS;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One vehicle's given route: when its steps begin and what they break. */
final class FixedRoute {
    private final VroomVehicle vehicle;
    private final List<FixedRoutes.FixedStep> row;
    private final VroomPlaces places;
    private final TravelMatrix priced;
    private final TravelMatrix travel;
    private final Loads loads;
    private final List<Leg> legs = new ArrayList<>();
    private final List<StepTimes.Step> timing = new ArrayList<>();
    private final Set<String> served = new HashSet<>();
    private final List<VroomViolation> all = new ArrayList<>();
    private final List<DrivenStep> steps = new ArrayList<>();
    private long wayCosts;
    private long workSeconds;
    private long duration;
    private double distance;
    private int tasksDone;

    /** Where a step takes place, and the way there from the place before. */
    private record Leg(int location, int setup, long seconds, long metres) {}

    FixedRoute(VroomVehicle vehicle, List<FixedRoutes.FixedStep> row, VroomPlaces places, int dimensions) {
        this.vehicle = vehicle;
        this.row = row;
        this.places = places;
        this.priced = places.priced(vehicle);
        this.travel = places.travel(vehicle.profile());
        this.loads = new Loads(
                dimensions,
                row.stream()
                        .map(FixedRoutes.FixedStep::task)
                        .filter(Objects::nonNull)
                        .toList());
    }

    DrivenRoute timed() {
        drive();
        StepTimes.Times times = StepTimes.choose(timing).orElseThrow(() -> FixedRoutes.infeasible(vehicle));
        long priority = 0;
        for (int i = 0; i < row.size(); i++) {
            VroomTask task = row.get(i).task();
            priority += task == null ? 0 : task.priority();
            step(i, times);
        }
        Set<Long> missing = new HashSet<>();
        vehicle.pauses().forEach(pause -> missing.add(pause.id()));
        row.forEach(step -> {
            VroomVehicle.Pause pause = step.pause();
            if (pause != null) {
                missing.remove(pause.id());
            }
        });
        if (!missing.isEmpty()) {
            all.add(VroomViolation.of(MISSING_BREAK));
        }
        long metres = legs.stream().mapToLong(Leg::metres).sum();
        return new DrivenRoute(
                vehicle,
                places.cost(vehicle, wayCosts, duration, metres, workSeconds),
                priority,
                loads.delivered(),
                loads.collected(),
                steps,
                VroomViolation.summed(all));
    }

    /** Follows the route over the map. */
    private void drive() {
        Integer start = vehicle.start();
        Integer end = vehicle.end();
        int last = start == null ? -1 : start;
        for (FixedRoutes.FixedStep step : row) {
            VroomTask task = step.task();
            VroomVehicle.Pause pause = step.pause();
            if (pause != null) {
                legs.add(new Leg(-1, 0, 0, 0));
                timing.add(timing(step, 0, pause.service(), pause.windows()));
                continue;
            }
            boolean begins = step.type().equals("start");
            int here = task != null ? task.location() : begins || end == null ? last : end;
            int setup = task != null && here != last ? task.setup() : 0;
            boolean moves = !begins && last >= 0;
            if (moves) {
                checkRoad(last, here);
                wayCosts += priced.metres(last, here);
            }
            long seconds = moves ? priced.seconds(last, here) : 0;
            legs.add(new Leg(here, setup, seconds, moves ? travel.metres(last, here) : 0));
            long work = task == null ? 0 : setup + (long) task.service();
            workSeconds += work;
            timing.add(timing(step, seconds, work, task == null ? hours(begins) : task.windows()));
            last = here;
        }
    }

    /** A start may be too early and an end too late, nothing else. */
    private List<long[]> hours(boolean begins) {
        long[] hours = vehicle.window();
        if (hours == null) {
            return List.of();
        }
        return List.of(begins ? new long[] {hours[0], StepTimes.NEVER} : new long[] {0, hours[1]});
    }

    private static StepTimes.Step timing(FixedRoutes.FixedStep step, long seconds, long work, List<long[]> windows) {
        return new StepTimes.Step(step.pause() != null, seconds, work, windows, step.notBefore(), step.notAfter());
    }

    private void step(int i, StepTimes.Times times) {
        FixedRoutes.FixedStep step = row.get(i);
        VroomTask task = step.task();
        VroomVehicle.Pause pause = step.pause();
        Leg leg = legs.get(i);
        long travelled = times.travelled()[i];
        duration += travelled;
        distance += metres(i, travelled);
        long arrival = i == 0
                ? times.begins()[0]
                : times.begins()[i - 1] + timing.get(i - 1).action() + travelled;
        // Nobody waits at the end: a bound on it only moves what comes before.
        long begin = i == row.size() - 1 ? arrival : times.begins()[i];
        if (task != null) {
            loads.serve(task);
            tasksDone++;
        }
        List<VroomViolation> broken = broken(i, begin, pause, task);
        all.addAll(broken);
        steps.add(new DrivenStep(
                step.type(),
                task != null ? (Long) task.id() : pause != null ? (Long) pause.id() : null,
                task != null ? task.node() : pause != null ? pause.node() : null,
                place(i, leg),
                arrival,
                leg.setup(),
                task != null ? task.service() : pause != null ? pause.service() : 0,
                begin - arrival,
                duration,
                Math.round(distance),
                loads.onBoard(),
                broken));
    }

    /** A route without a start begins where its first task is. */
    private int place(int i, Leg leg) {
        if (i > 0 || leg.location() >= 0) {
            return leg.location();
        }
        return legs.stream()
                .mapToInt(Leg::location)
                .filter(location -> location >= 0)
                .findFirst()
                .orElse(-1);
    }

    /** The share of the way to the next place that is driven before this step. */
    private double metres(int i, long travelled) {
        int next = i;
        while (row.get(next).pause() != null) {
            next++;
        }
        Leg way = legs.get(next);
        boolean arrives = next == i;
        if (way.seconds() == 0) {
            return arrives ? way.metres() : 0;
        }
        return way.metres() * ((double) travelled / way.seconds());
    }

    private List<VroomViolation> broken(
            int i, long begin, VroomVehicle.@Nullable Pause pause, @Nullable VroomTask task) {
        List<VroomViolation> broken = new ArrayList<>();
        long missed = timing.get(i).missedBy(begin);
        if (missed < 0) {
            broken.add(new VroomViolation(LEAD_TIME, -missed));
        } else if (missed > 0) {
            broken.add(new VroomViolation(DELAY, missed));
        }
        addIf(broken, loads.isAbove(vehicle.capacity()), LOAD);
        addIf(broken, pause != null && loads.isAbove(pause.loadMax()), MAX_LOAD);
        addIf(broken, duration > vehicle.travelTimeMax(), MAX_TRAVEL_TIME);
        addIf(broken, Math.round(distance) > vehicle.distanceMax(), MAX_DISTANCE);
        if (task != null) {
            addIf(broken, !vehicle.skills().containsAll(task.skills()), SKILLS);
            addIf(broken, tasksDone > vehicle.tasksMax(), MAX_TASKS);
            addIf(broken, isOutOfOrder(task), PRECEDENCE);
            served.add(task.key());
        }
        return broken;
    }

    /** A delivery without its pickup before it, or a pickup without its delivery anywhere on the route. */
    private boolean isOutOfOrder(VroomTask task) {
        return switch (task.type()) {
            case "delivery" -> !served.contains(task.other());
            case "pickup" ->
                served.contains(task.other())
                        || row.stream()
                                .map(FixedRoutes.FixedStep::task)
                                .noneMatch(other -> other != null && other.key().equals(task.other()));
            default -> false;
        };
    }

    private static void addIf(List<VroomViolation> broken, boolean isBroken, String cause) {
        if (isBroken) {
            broken.add(VroomViolation.of(cause));
        }
    }

    private void checkRoad(int from, int to) {
        if (!travel.isReachable(from, to)) {
            throw new VroomTrouble(
                    VroomTrouble.ROUTING,
                    "Unfound route(s) from location " + named(from) + " to location " + named(to) + ".");
        }
    }

    private String named(int location) {
        GeoPoint point = places.point(location);
        return point == null ? String.valueOf(places.row(location)) : "[" + point.lon() + "," + point.lat() + "]";
    }
}
