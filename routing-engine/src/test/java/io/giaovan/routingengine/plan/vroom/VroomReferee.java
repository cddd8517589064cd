package io.giaovan.routingengine.plan.vroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges an answer by VROOM's definitions from the request alone, knowing nothing of how it was found. */
final class VroomReferee {
    private static final long FOREVER = Long.MAX_VALUE / 4;

    /** The way between two steps or ends, which hold {@code location} or {@code location_index}. */
    interface Ways {
        long seconds(JsonNode vehicle, JsonNode from, JsonNode to);

        long metres(JsonNode vehicle, JsonNode from, JsonNode to);
    }

    /**
     * What counts.
     *
     * @param priority of tasks on routes
     * @param left how many tasks are on none
     * @param cost of all routes
     */
    record Worth(long priority, int left, long cost) {}

    private final JsonNode request;
    private final Ways ways;
    private final Map<String, JsonNode> tasks = new HashMap<>();
    private final Map<String, JsonNode> owners = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    VroomReferee(JsonNode request, Ways ways) {
        this.request = request;
        this.ways = ways;
        request.path("jobs").forEach(job -> add("job", job, job));
        for (JsonNode shipment : request.path("shipments")) {
            add("pickup", shipment.path("pickup"), shipment);
            add("delivery", shipment.path("delivery"), shipment);
        }
    }

    Worth judge(JsonNode answer) {
        assertThat(answer.path("code").asInt()).isZero();
        long cost = 0;
        long priority = 0;
        Set<Long> vehicles = new HashSet<>();
        for (JsonNode route : answer.path("routes")) {
            assertThat(vehicles.add(route.path("vehicle").asLong())).isTrue();
            route(route);
            cost += route.path("cost").asLong();
            priority += route.path("priority").asLong();
        }
        for (JsonNode left : answer.path("unassigned")) {
            assertThat(seen.add(left.path("type").asText() + left.path("id")))
                    .as("once: %s", left)
                    .isTrue();
        }
        assertThat(seen).isEqualTo(tasks.keySet());
        JsonNode summary = answer.path("summary");
        for (String field : List.of("cost", "setup", "service", "duration", "waiting_time", "priority", "distance")) {
            long sum = 0;
            for (JsonNode route : answer.path("routes")) {
                sum += route.path(field).asLong();
            }
            assertThat(summary.path(field).asLong()).as(field).isEqualTo(sum);
        }
        assertThat(summary.path("violations")).isEmpty();
        assertThat(summary.path("routes").asInt())
                .isEqualTo(answer.path("routes").size());
        int left = answer.path("unassigned").size();
        assertThat(summary.path("unassigned").asInt()).isEqualTo(left);
        return new Worth(priority, left, cost);
    }

    private void route(JsonNode route) {
        JsonNode vehicle = vehicle(route.path("vehicle").asLong());
        List<JsonNode> steps = new ArrayList<>();
        route.path("steps").forEach(steps::add);
        assertThat(steps.getFirst().path("type").asText().equals("start"))
                .isEqualTo(vehicle.has("start") || vehicle.has("start_index"));
        assertThat(steps.getLast().path("type").asText().equals("end"))
                .isEqualTo(vehicle.has("end") || vehicle.has("end_index"));
        long[] load = startLoad(steps, route.path("delivery").size());
        long now = steps.getFirst().path("arrival").asLong();
        assertThat(now).isGreaterThanOrEqualTo(vehicle.at("/time_window/0").asLong(0));
        long duration = 0;
        long distance = 0;
        long service = 0;
        long setup = 0;
        long waiting = 0;
        long priority = 0;
        int done = 0;
        JsonNode place = null;
        Set<String> here = new HashSet<>();
        for (JsonNode step : steps) {
            String type = step.path("type").asText();
            boolean isBreak = type.equals("break");
            boolean moved = place == null || !isBreak && !same(place, step);
            if (place != null && !isBreak) {
                now += ways.seconds(vehicle, place, step);
                duration += ways.seconds(vehicle, place, step);
                distance += ways.metres(vehicle, place, step);
            }
            assertThat(step.path("arrival").asLong())
                    .as("%s of %s", step, route)
                    .isEqualTo(now);
            assertThat(step.path("duration").asLong()).isEqualTo(duration);
            assertThat(step.path("violations")).isEmpty();
            now += step.path("waiting_time").asLong();
            waiting += step.path("waiting_time").asLong();
            if (tasks.containsKey(key(step))) {
                JsonNode task = tasks.get(key(step));
                JsonNode owner = owners.get(key(step));
                inWindow(task.path("time_windows"), now, step);
                assertThat(step.path("setup").asLong())
                        .isEqualTo(moved ? task.path("setup").asLong() : 0);
                assertThat(step.path("service").asLong())
                        .isEqualTo(task.path("service").asLong());
                now += step.path("setup").asLong() + step.path("service").asLong();
                assertThat(strings(vehicle.path("skills"))).containsAll(strings(owner.path("skills")));
                carry(load, type, task, owner);
                priority += owner.path("priority").asLong();
                done++;
                here.add(key(step));
                assertThat(seen.add(key(step))).as("once: %s", step).isTrue();
                if (type.equals("delivery")) {
                    assertThat(here).contains("pickup" + owner.at("/pickup/id"));
                }
            } else if (isBreak) {
                JsonNode pause = find(vehicle.path("breaks"), step.path("id").asLong());
                inWindow(pause.path("time_windows"), now, step);
                now += step.path("service").asLong();
            }
            for (int i = 0; i < load.length; i++) {
                assertThat(step.at("/load/" + i).asLong())
                        .as("load at %s", step)
                        .isEqualTo(load[i]);
                assertThat(load[i]).isBetween(0L, vehicle.at("/capacity/" + i).asLong());
            }
            setup += step.path("setup").asLong();
            service += step.path("service").asLong();
            place = isBreak ? place : step;
        }
        assertThat(now).isLessThanOrEqualTo(vehicle.at("/time_window/1").asLong(FOREVER));
        assertThat(done).isLessThanOrEqualTo(vehicle.path("max_tasks").asInt(Integer.MAX_VALUE));
        breaksTaken(vehicle, steps, now);
        JsonNode costs = vehicle.path("costs");
        long cost = costs.path("fixed").asLong()
                + (long) (duration * (costs.path("per_hour").asLong(3600) / 3600.0)
                        + distance * (costs.path("per_km").asLong() / 1000.0)
                        + (setup + serviceOfTasks(steps))
                                * (costs.path("per_task_hour").asLong() / 3600.0));
        assertThat(route.path("cost").asLong()).as("%s", route).isEqualTo(cost);
        assertThat(route.path("distance").asLong()).isEqualTo(distance);
        assertThat(route.path("duration").asLong()).isEqualTo(duration);
        assertThat(route.path("setup").asLong()).isEqualTo(setup);
        assertThat(route.path("service").asLong()).isEqualTo(service);
        assertThat(route.path("waiting_time").asLong()).isEqualTo(waiting);
        assertThat(route.path("priority").asLong()).isEqualTo(priority);
        here.stream()
                .filter(key -> key.startsWith("pickup"))
                .forEach(key ->
                        assertThat(here).contains("delivery" + owners.get(key).at("/delivery/id")));
    }

    /** A route that is over before a break would have to begin may do without it. */
    private static void breaksTaken(JsonNode vehicle, List<JsonNode> steps, long over) {
        for (JsonNode pause : vehicle.path("breaks")) {
            boolean taken = steps.stream()
                    .anyMatch(step -> step.path("type").asText().equals("break")
                            && step.path("id").equals(pause.path("id")));
            assertThat(taken || over <= pause.at("/time_windows/0/1").asLong(FOREVER))
                    .as("break %s", pause)
                    .isTrue();
        }
    }

    private static long serviceOfTasks(List<JsonNode> steps) {
        return steps.stream()
                .filter(step -> !step.path("type").asText().equals("break"))
                .mapToLong(step -> step.path("service").asLong())
                .sum();
    }

    private long[] startLoad(List<JsonNode> steps, int dimensions) {
        long[] load = new long[dimensions];
        for (JsonNode step : steps) {
            if (step.path("type").asText().equals("job")) {
                JsonNode job = tasks.get(key(step));
                for (int i = 0; i < dimensions; i++) {
                    load[i] += delivered(job).path(i).asLong();
                }
            }
        }
        return load;
    }

    private static void carry(long[] load, String type, JsonNode task, JsonNode owner) {
        for (int i = 0; i < load.length; i++) {
            switch (type) {
                case "job" ->
                    load[i] += task.path("pickup").path(i).asLong()
                            - delivered(task).path(i).asLong();
                case "pickup" -> load[i] += owner.path("amount").path(i).asLong();
                default -> load[i] -= owner.path("amount").path(i).asLong();
            }
        }
    }

    private static JsonNode delivered(JsonNode job) {
        return job.has("delivery") || job.has("pickup") ? job.path("delivery") : job.path("amount");
    }

    private static void inWindow(JsonNode windows, long begin, JsonNode step) {
        boolean inside = windows.isEmpty();
        for (JsonNode window : windows) {
            inside |= window.get(0).asLong() <= begin && begin <= window.get(1).asLong();
        }
        assertThat(inside).as("%s in %s", step, windows).isTrue();
    }

    private JsonNode vehicle(long id) {
        return find(request.path("vehicles"), id);
    }

    private static JsonNode find(JsonNode all, long id) {
        for (JsonNode one : all) {
            if (one.path("id").asLong() == id) {
                return one;
            }
        }
        throw new AssertionError("nothing has id " + id + " in " + all);
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.path("location").equals(other.path("location"))
                && one.path("location_index").equals(other.path("location_index"));
    }

    private void add(String type, JsonNode task, JsonNode owner) {
        tasks.put(type + task.path("id"), task);
        owners.put(type + task.path("id"), owner);
    }

    private static String key(JsonNode step) {
        return step.path("type").asText() + step.path("id");
    }

    private static Set<String> strings(JsonNode skills) {
        Set<String> strings = new HashSet<>();
        skills.forEach(skill -> strings.add(skill.asText()));
        return strings;
    }
}
