package io.giaovan.standalone.day;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.HouseApi.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** What dispatchers do: plan every half hour what is due soon, and release it. */
final class DispatchPlay {
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final LocalTime FROM = LocalTime.of(7, 20);
    private static final LocalTime UNTIL = LocalTime.of(19, 30);
    private static final Duration AHEAD = Duration.ofMinutes(75);
    private static final Duration PLAN_LIMIT = Duration.ofMinutes(2);

    private final Stage stage;
    private final CourierPlay couriers;

    DispatchPlay(Stage stage, CourierPlay couriers) {
        this.stage = stage;
        this.couriers = couriers;
    }

    /** Enters the planning rounds of all days. */
    void enter() {
        for (int day = 0; day <= stage.plan().daysAfter(); day++) {
            for (LocalTime time = FROM; time.isBefore(UNTIL); time = time.plus(EVERY)) {
                int ofDay = day;
                for (Cast.Depot depot : stage.cast().depots()) {
                    stage.agenda().at(stage.plan().at(day, time), () -> plan(depot, ofDay));
                }
            }
        }
    }

    private void plan(Cast.Depot depot, int day) {
        if (!waiting(depot)) {
            return;
        }
        Instant now = stage.agenda().now();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("day", stage.plan().date().plusDays(day));
        order.put("windowsUntil", now.plus(AHEAD));
        order.put("iterations", stage.plan().iterations());
        order.put("seed", stage.plan().seed());
        String planId = stage.api()
                .mustPost(
                        Service.ENGINE,
                        "/dispatch/v1/depots/" + depot.id() + "/plans",
                        depot.dispatcherKey(),
                        depot.id() + now,
                        order)
                .path("planId")
                .asText();
        JsonNode plan = await(depot, planId);
        if (!plan.path("status").asText().equals("PROPOSED")) {
            throw new IllegalStateException(
                    "plan " + planId + " is " + plan.path("status") + ": " + plan.path("reason"));
        }
        if (plan.path("routes").isEmpty()) {
            stage.api()
                    .mustPost(
                            Service.ENGINE,
                            "/dispatch/v1/plans/" + planId + "/discard",
                            depot.dispatcherKey(),
                            null,
                            Map.of());
            return;
        }
        stage.api()
                .mustPost(
                        Service.ENGINE,
                        "/dispatch/v1/plans/" + planId + "/release",
                        depot.dispatcherKey(),
                        null,
                        Map.of());
        stage.notes()
                .planned(
                        plan.path("metres").asLong(),
                        plan.path("cost").path("amount").asLong(),
                        plan.path("iterations").asLong(),
                        plan.path("solveSeconds").asDouble());
        couriers.lookAtRoutes(depot.id());
    }

    private boolean waiting(Cast.Depot depot) {
        JsonNode board = stage.api()
                .mustGet(Service.ENGINE, "/dispatch/v1/depots/" + depot.id() + "/board", depot.dispatcherKey());
        String until = stage.agenda().now().plus(AHEAD).toString();
        for (JsonNode parcel : board.path("waiting")) {
            if (parcel.path("window").path("start").asText().compareTo(until) < 0) {
                return true;
            }
        }
        return false;
    }

    private JsonNode await(Cast.Depot depot, String planId) {
        long deadline = System.nanoTime() + PLAN_LIMIT.toNanos();
        while (true) {
            JsonNode plan = stage.api().mustGet(Service.ENGINE, "/dispatch/v1/plans/" + planId, depot.dispatcherKey());
            if (!plan.path("status").asText().equals("SOLVING")) {
                return plan;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("plan " + planId + " is not there after " + PLAN_LIMIT);
            }
            try {
                Thread.sleep(3);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", stop);
            }
        }
    }
}
