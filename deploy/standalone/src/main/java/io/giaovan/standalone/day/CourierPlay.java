package io.giaovan.standalone.day;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.HouseApi.Answer;
import io.giaovan.standalone.cast.HouseApi.Service;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What couriers do: sign in, drive, ring, hand over with proof, take cash, give up, bring back. A courier always looks at
 * the route first and does what comes next on it, so a house that was started again is no trouble.
 */
final class CourierPlay {
    private static final LocalTime BEGINS = LocalTime.of(7, 5);
    private static final LocalTime ENDS = LocalTime.of(20, 50);
    private static final double NOT_HOME = 0.06;
    private static final double KEEPS_PART = 0.12;
    private static final double REFUSES = 0.02;
    private static final double SLOWEST = 1.25;
    private static final double FASTEST = 0.85;
    private static final int SERVICE_SECONDS_MIN = 60;
    private static final int BACK_AT_DEPOT_SECONDS = 300;

    private final Stage stage;
    private final Map<String, Driver> drivers = new TreeMap<>();
    private final Map<String, Long> safes = new HashMap<>();

    /** A courier at work. {@code readyFor} and {@code readyAt} say for which step of which stop the courier is under way. */
    private static final class Driver {
        private final Cast.Courier courier;
        private String token = "";
        private String readyFor = "";
        private Instant readyAt = Instant.EPOCH;
        private Instant backAt = Instant.EPOCH;
        private @Nullable Instant wakesAt;

        Driver(Cast.Courier courier) {
            this.courier = courier;
        }
    }

    CourierPlay(Stage stage) {
        this.stage = stage;
        stage.cast().couriers().forEach(courier -> drivers.put(courier.id(), new Driver(courier)));
    }

    /** Enters the shifts of all days. */
    void enter() {
        for (int day = 0; day <= stage.plan().daysAfter(); day++) {
            for (Driver driver : drivers.values()) {
                stage.agenda().at(stage.plan().at(day, BEGINS), () -> begin(driver));
                stage.agenda().at(stage.plan().at(day, ENDS), () -> end(driver));
            }
        }
    }

    /** A plan was released: the depot's couriers look at their routes. */
    void lookAtRoutes(String depot) {
        drivers.values().stream()
                .filter(driver -> driver.courier.depot().equals(depot))
                .forEach(this::act);
    }

    /** Takes what was counted at a depot since the last time, in đồng. */
    long emptySafe(String depot) {
        Long counted = safes.remove(depot);
        return counted == null ? 0 : counted;
    }

    private void begin(Driver driver) {
        driver.token = stage.api()
                .mustPost(
                        Service.ENGINE,
                        "/courier/v1/sign-in",
                        null,
                        null,
                        Map.of("phone", driver.courier.phone(), "pin", driver.courier.pin()))
                .path("token")
                .asText();
        must(driver, "/shift/start", Map.of());
        act(driver);
    }

    /** Does what comes next, or comes back when its time has come. */
    private void act(Driver driver) {
        if (driver.token.isEmpty()) {
            return;
        }
        JsonNode route = stage.api().mustGet(Service.ENGINE, "/courier/v1/route", driver.token);
        switch (route.path("status").asText("")) {
            case "RELEASED" -> {
                Instant departAt = Instant.parse(route.path("departAt").asText());
                Instant ready = departAt.isAfter(driver.backAt) ? departAt : driver.backAt;
                if (isTime(driver, ready)) {
                    must(driver, "/route/depart", Map.of());
                    act(driver);
                }
            }
            case "UNDER_WAY" -> {
                for (JsonNode stop : route.path("stops")) {
                    switch (stop.path("status").asText()) {
                        case "WAITING" -> {
                            arrive(driver, stop);
                            return;
                        }
                        case "ARRIVED" -> {
                            ring(driver, stop, isLast(route, stop));
                            return;
                        }
                        default -> {
                            // It is over.
                        }
                    }
                }
            }
            default -> {
                // Nothing to drive; the next release wakes the courier.
            }
        }
    }

    private void arrive(Driver driver, JsonNode stop) {
        String stopId = stop.path("stopId").asText();
        RandomGenerator random = chance("drive", stop);
        long seconds =
                Math.round(stop.path("travelSeconds").asLong() * (FASTEST + random.nextDouble() * (SLOWEST - FASTEST)));
        if (!isTime(driver, underWay(driver, "drive " + stopId, seconds))) {
            return;
        }
        position(driver, stop);
        Answer arrived = stage.api()
                .post(
                        Service.ENGINE,
                        "/courier/v1/stops/" + stopId + "/arrive",
                        driver.token,
                        "arrive-" + stopId,
                        Map.of("point", pointOf(stop)));
        if (!arrived.fine()) {
            stage.notes().count("stop fell away");
        }
        act(driver);
    }

    private void ring(Driver driver, JsonNode stop, boolean last) {
        String stopId = stop.path("stopId").asText();
        Instant opens = Instant.parse(stop.path("window").path("start").asText());
        Instant now = stage.agenda().now();
        long waits = Math.max(0, opens.getEpochSecond() - now.getEpochSecond());
        long service = SERVICE_SECONDS_MIN
                + chance("service", stop)
                        .nextLong(Math.max(1, 2L * stop.path("serviceSeconds").asLong() - SERVICE_SECONDS_MIN));
        if (!isTime(driver, underWay(driver, "ring " + stopId, waits + service))) {
            return;
        }
        double luck = chance("ring" + now, stop).nextDouble();
        if (luck < NOT_HOME) {
            must(driver, "/stops/" + stopId + "/fail", Map.of("reason", "NOT_HOME", "note", "không có ai"));
        } else if (luck < NOT_HOME + REFUSES) {
            must(driver, "/stops/" + stopId + "/fail", Map.of("reason", "REFUSED"));
        } else {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("scannedCode", stop.path("parcelCode").asText());
            body.put("proof", proof(stopId, luck));
            List<Map<String, Integer>> kept = kept(stop);
            if (!kept.isEmpty()) {
                body.put("kept", kept);
                stage.notes().count("kept a part");
            } else if (stop.path("cashToCollect").path("amount").asLong() > 0) {
                body.put("cash", stop.path("cashToCollect"));
            }
            must(driver, "/stops/" + stopId + "/deliver", body);
        }
        if (last) {
            driver.backAt =
                    stage.agenda().now().plusSeconds(stop.path("travelSeconds").asLong() + BACK_AT_DEPOT_SECONDS);
        }
        act(driver);
    }

    /** What a buyer keeps who hands one piece back, where the seller allows it; empty when everything is kept. */
    private List<Map<String, Integer>> kept(JsonNode stop) {
        JsonNode lines = stop.path("choice");
        List<Map<String, Integer>> kept = new ArrayList<>();
        if (lines.size() > 0 && chance("keep", stop).nextDouble() < KEEPS_PART) {
            for (JsonNode line : lines) {
                int back = kept.isEmpty() ? 1 : 0;
                kept.add(Map.of(
                        "line",
                        line.path("line").asInt(),
                        "quantity",
                        line.path("quantity").asInt() - back));
            }
        }
        return kept;
    }

    /** When the courier is through with a step that was begun when it was first asked for. */
    private Instant underWay(Driver driver, String step, long seconds) {
        if (!driver.readyFor.equals(step)) {
            driver.readyFor = step;
            driver.readyAt = stage.agenda().now().plusSeconds(seconds);
        }
        return driver.readyAt;
    }

    /** Whether an instant has come; if not, the courier acts again then. */
    private boolean isTime(Driver driver, Instant instant) {
        if (!instant.isAfter(stage.agenda().now())) {
            return true;
        }
        if (driver.wakesAt == null || instant.isBefore(driver.wakesAt)) {
            driver.wakesAt = instant;
            stage.agenda().at(instant, () -> {
                if (instant.equals(driver.wakesAt)) {
                    driver.wakesAt = null;
                    act(driver);
                }
            });
        }
        return false;
    }

    private static boolean isLast(JsonNode route, JsonNode stop) {
        JsonNode stops = route.path("stops");
        return stops.get(stops.size() - 1)
                .path("stopId")
                .asText()
                .equals(stop.path("stopId").asText());
    }

    private static Map<String, Object> proof(String stopId, double luck) {
        if (luck < 0.5) {
            byte[] picture = ("\u00ff\u00d8\u00ff\u00e0 door of " + stopId).getBytes(StandardCharsets.ISO_8859_1);
            return Map.of("kind", "PHOTO", "content", Base64.getEncoder().encodeToString(picture));
        }
        return luck < 0.8
                ? Map.of("kind", "SIGNATURE", "content", "M10 10 L" + (int) (luck * 100) + " 40 L60 20")
                : Map.of("kind", "CODE", "content", "%06d".formatted((int) (luck * 1_000_000)));
    }

    /** The shift ends: cash is counted into the depot's safe. */
    private void end(Driver driver) {
        if (driver.token.isEmpty()) {
            return;
        }
        JsonNode handOver = must(driver, "/shift/end", Map.of());
        String shiftId = handOver.path("shiftId").asText();
        JsonNode cash = handOver.path("cashToHandOver");
        stage.api()
                .mustPost(
                        Service.ENGINE,
                        "/dispatch/v1/shifts/" + shiftId + "/cash-count",
                        dispatcherKey(driver),
                        "count-" + shiftId,
                        Map.of("counted", cash));
        driver.token = "";
        driver.readyFor = "";
        driver.wakesAt = null;
        safes.merge(driver.courier.depot(), cash.path("amount").asLong(), Long::sum);
    }

    private String dispatcherKey(Driver driver) {
        return stage.cast().depots().stream()
                .filter(depot -> depot.id().equals(driver.courier.depot()))
                .findFirst()
                .orElseThrow()
                .dispatcherKey();
    }

    private void position(Driver driver, JsonNode stop) {
        GeoPoint point = pointOf(stop);
        stage.api()
                .mustPost(
                        Service.ENGINE,
                        "/courier/v1/positions",
                        driver.token,
                        null,
                        Map.of(
                                "positions",
                                List.of(Map.of(
                                        "lat", point.lat(),
                                        "lon", point.lon(),
                                        "at", stage.agenda().now(),
                                        "accuracyMetres", 12.0))));
    }

    private static GeoPoint pointOf(JsonNode stop) {
        JsonNode point = stop.path("address").path("point");
        return new GeoPoint(point.path("lat").asDouble(), point.path("lon").asDouble());
    }

    /** Chance that depends on the door and the promise, not on names that differ from run to run. */
    private RandomGenerator chance(String purpose, JsonNode stop) {
        GeoPoint point = pointOf(stop);
        return stage.draws()
                .of(purpose + point.lat() + "," + point.lon()
                        + stop.path("window").path("start").asText());
    }

    private JsonNode must(Driver driver, String path, Object body) {
        return stage.api()
                .mustPost(
                        Service.ENGINE,
                        "/courier/v1" + path,
                        driver.token,
                        driver.courier.id() + stage.agenda().now() + path,
                        body);
    }
}
