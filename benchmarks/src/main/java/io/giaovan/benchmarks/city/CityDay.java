package io.giaovan.benchmarks.city;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.cast.HouseApi.Service;
import io.giaovan.standalone.start.House;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** One depot's day: parcels come in, buyers ask for slots, the day is planned, driven, changed and cut by a closed road. */
final class CityDay {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate DATE = LocalDate.parse("2026-12-01");
    private static final String DEPOT = "kho-bench";
    private static final String DISPATCHER_KEY = "disp_bench_0123456789";
    private static final int FIRST_SLOT = 8;
    private static final int SLOTS = 4;
    private static final int SLOT_HOURS = 3;
    private static final int VAN_EVERY = 4;
    private static final int POSITIONS_EACH = 10;
    private static final int BATCHES_EACH = 20;
    private static final Duration BATCH_EVERY = Duration.ofMillis(500);
    private static final double QUIET_SECONDS = 5;
    private static final double CLOSURE_DEGREES = 0.004;
    private static final Duration SERVICE = Duration.ofMinutes(3);
    private static final double LATE_MAX = 0.01;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final HouseApi api;
    private final Size size;
    private final Figures figures;
    private final Random random;
    private final List<Address> doors = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private GeoPoint depot = new GeoPoint(0, 0);

    /**
     * How large the day is.
     *
     * @param stops parcels of the day
     * @param vehicles couriers
     * @param seed of everything that is drawn
     * @param buyers buyers who ask for slots at once
     * @param quotes questions of each
     * @param seconds search for the first plan
     */
    record Size(int stops, int vehicles, long seed, int buyers, int quotes, int seconds) {}

    CityDay(House house, Size size, Figures figures) {
        this.api = new HouseApi(house.addresses(), house.keys().house(), Duration.ZERO);
        this.size = size;
        this.figures = figures;
        this.random = new Random(size.seed());
    }

    void play() {
        enter();
        figures.note("parcel entered, mean", parcels() / size.stops(), "ms");
        quotes();
        JsonNode plan = plan();
        release(plan);
        api.awaitQuiet(LIMIT);
        positions();
        depart();
        api.awaitQuiet(LIMIT);
        change();
        close();
    }

    private void enter() {
        JsonNode places = api.mustGet(
                Service.ENGINE,
                "/internal/demonstration-places?count=" + (size.stops() + size.buyers() * size.quotes()) + "&seed="
                        + random.nextInt(1 << 30),
                api.houseKey());
        for (JsonNode place : places.path("addresses")) {
            doors.add(new Address(
                    place.path("line").asText(), place.path("ward").asText(), "", "VN", point(place.path("point"))));
        }
        depot = point(places.path("depots").path(0).path("point"));
        api.house(
                Service.ENGINE,
                "/internal/depots",
                Map.of(
                        "depotId",
                        DEPOT,
                        "name",
                        "Kho",
                        "point",
                        depot,
                        "opens",
                        "06:00",
                        "closes",
                        "22:00",
                        "zone",
                        ZONE.getId()));
        api.house(
                Service.ENGINE,
                "/internal/dispatchers",
                Map.of("dispatcherId", "bench", "depot", DEPOT, "key", DISPATCHER_KEY));
        for (int i = 0; i < size.vehicles(); i++) {
            boolean van = i % VAN_EVERY == VAN_EVERY - 1;
            Map<String, Object> courier = new LinkedHashMap<>();
            courier.put("courierId", "c" + i);
            courier.put("name", "Tài xế " + i);
            courier.put("phone", String.format("09%08d", i));
            courier.put("pin", "1234");
            courier.put("depot", DEPOT);
            courier.put("vehicle", van ? "VAN" : "MOTORBIKE");
            courier.put("gramsMax", van ? 600_000 : 60_000);
            courier.put("cubicCentimetresMax", van ? 3_000_000 : 300_000);
            courier.put("shiftStart", "07:30");
            courier.put("shiftEnd", "21:00");
            courier.put("cashLimit", Money.vnd(50_000_000));
            api.house(Service.ENGINE, "/internal/couriers", courier);
        }
    }

    /** Milliseconds for all. */
    private double parcels() {
        long begin = System.nanoTime();
        for (int i = 0; i < size.stops(); i++) {
            request("GV-" + i, doors.get(i % doors.size()), random.nextInt(SLOTS));
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private void request(String id, Address door, int slot) {
        Map<String, Object> request = new HashMap<>();
        request.put("id", Map.of("value", id));
        request.put("merchantId", Map.of("value", "m1"));
        request.put("orderId", Map.of("value", "o-" + id));
        request.put("parcelCode", id);
        request.put("depot", DEPOT);
        request.put("address", door);
        request.put("recipient", Map.of("name", "Chị Hoa", "phone", "0912345678"));
        request.put("promised", window(slot));
        request.put("load", load());
        request.put("cashToCollect", Money.vnd(random.nextInt(3) == 0 ? 100_000 : 0));
        request.put("readyAt", at(LocalTime.of(5, 0)));
        api.house(Service.ENGINE, "/internal/last-mile/request", Map.of("request", request));
    }

    private void quotes() {
        api.house(Service.ENGINE, "/internal/last-mile/offer-slots", query(0));
        Samples samples = Samples.of(
                size.buyers(),
                size.quotes(),
                Duration.ZERO,
                i -> api.house(Service.ENGINE, "/internal/last-mile/offer-slots", query(size.stops() + i)));
        String buyers = "slot quote, " + size.buyers() + " buyers at once, ";
        figures.note(buyers + "p50", samples.within(0.5), "ms");
        figures.atMost(buyers + "p95", samples.within(0.95), 100, "ms");
        figures.atMost(buyers + "p99", samples.within(0.99), 250, "ms");
    }

    private Map<String, Object> query(int door) {
        return Map.of(
                "query",
                Map.of(
                        "depot", DEPOT,
                        "address", doors.get(door % doors.size()),
                        "load", Map.of("grams", 1_000, "cubicCentimetres", 3_000, "pieces", 1),
                        "readyAt", at(LocalTime.of(5, 0))));
    }

    private JsonNode plan() {
        long begin = System.nanoTime();
        String id = api.mustPost(
                        Service.ENGINE,
                        "/dispatch/v1/depots/" + DEPOT + "/plans",
                        DISPATCHER_KEY,
                        "first",
                        Map.of("day", DATE, "seconds", size.seconds(), "seed", size.seed()))
                .path("planId")
                .asText();
        String path = "/dispatch/v1/plans/" + id;
        await(() -> !dispatch(path).path("status").asText().equals("SOLVING"));
        figures.atMost("first full plan", seconds(begin), 10, "s");
        JsonNode plan = dispatch(path);
        if (!plan.path("status").asText().equals("PROPOSED")) {
            throw new IllegalStateException("plan " + id + " is " + plan.path("status") + ": " + plan.path("reason"));
        }
        int late = 0;
        long lateSeconds = 0;
        for (JsonNode route : plan.path("routes")) {
            for (JsonNode stop : route.path("stops")) {
                if (stop.path("late").asBoolean()) {
                    late++;
                    lateSeconds += Duration.between(
                                    Instant.parse(
                                            stop.path("window").path("end").asText()),
                                    Instant.parse(stop.path("eta").asText()).plus(SERVICE))
                            .toSeconds();
                }
            }
        }
        figures.note("  trips", plan.path("routes").size(), "");
        figures.note("  kilometres", plan.path("metres").asLong() / 1000.0, "km");
        figures.note("  unplanned", plan.path("unplanned").size(), "");
        figures.atMost("  late", late, LATE_MAX * size.stops(), "");
        figures.note("  late, minutes each", lateSeconds / 60.0 / Math.max(1, late), "");
        return plan;
    }

    private void release(JsonNode plan) {
        long begin = System.nanoTime();
        api.mustPost(
                Service.ENGINE,
                "/dispatch/v1/plans/" + plan.path("planId").asText() + "/release",
                DISPATCHER_KEY,
                null,
                Map.of());
        figures.note("release", seconds(begin), "s");
    }

    private void positions() {
        for (int i = 0; i < size.vehicles(); i++) {
            tokens.add(api.mustPost(
                            Service.ENGINE,
                            "/courier/v1/sign-in",
                            null,
                            null,
                            Map.of("phone", String.format("09%08d", i), "pin", "1234"))
                    .path("token")
                    .asText());
        }
        Instant now = at(LocalTime.of(7, 0));
        Samples samples = Samples.of(tokens.size(), BATCHES_EACH, BATCH_EVERY, i -> {
            List<Map<String, Object>> batch = new ArrayList<>();
            for (int p = 0; p < POSITIONS_EACH; p++) {
                Instant at = now.minusMillis(1_000L * (BATCHES_EACH - i % BATCHES_EACH) * POSITIONS_EACH - 1_000L * p);
                batch.add(Map.of("lat", depot.lat(), "lon", depot.lon(), "at", at));
            }
            api.mustPost(
                    Service.ENGINE,
                    "/courier/v1/positions",
                    tokens.get(i / BATCHES_EACH),
                    null,
                    Map.of("positions", batch));
        });
        String couriers = "positions, " + tokens.size() + " couriers, 20 a second each, ";
        figures.note(couriers + "p50", samples.within(0.5), "ms");
        figures.atMost(couriers + "p99", samples.within(0.99), 50, "ms");
    }

    /** Every second courier sets out. */
    private void depart() {
        api.moveClock(at(LocalTime.of(7, 40)));
        for (int i = 0; i < tokens.size(); i += 2) {
            String token = tokens.get(i);
            api.mustPost(Service.ENGINE, "/courier/v1/shift/start", token, null, Map.of());
            api.post(Service.ENGINE, "/courier/v1/route/depart", token, null, Map.of());
        }
    }

    private void change() {
        request("GV-new", doors.get(size.stops() % doors.size()), SLOTS - 1);
        JsonNode outcome = replan("one-more");
        figures.atMost("one parcel more, replanned", outcome.path("measured").asDouble(), 5, "s");
        int kept = outcome.path("kept").asInt();
        int moved = outcome.path("moved").asInt();
        figures.note("  in the engine", outcome.path("seconds").asDouble(), "s");
        figures.note("  routes changed", outcome.path("routes").asInt(), "");
        figures.note("  added", outcome.path("added").asInt(), "");
        figures.atMost("  untouched parcels moved", 100.0 * moved / Math.max(1, kept + moved), 5, "%");
        api.house(
                Service.ENGINE,
                "/internal/last-mile/cancel",
                Map.of("merchantId", Map.of("value", "m1"), "id", Map.of("value", "GV-new")));
        outcome = replan("one-less");
        figures.atMost(
                "one parcel withdrawn, replanned", outcome.path("measured").asDouble(), 5, "s");
    }

    private JsonNode replan(String key) {
        long begin = System.nanoTime();
        JsonNode outcome =
                api.mustPost(Service.ENGINE, "/dispatch/v1/depots/" + DEPOT + "/replan", DISPATCHER_KEY, key, Map.of());
        ((ObjectNode) outcome).put("measured", seconds(begin));
        return outcome;
    }

    /** Closes the roads round the stop that most couriers pass and waits for the board to show other routes. */
    private void close() {
        String before = routes();
        GeoPoint middle = point(dispatch("/dispatch/v1/depots/" + DEPOT + "/board")
                .path("routes")
                .path(0)
                .path("stops")
                .path(2)
                .path("point"));
        List<GeoPoint> outline = List.of(
                new GeoPoint(middle.lat() - CLOSURE_DEGREES, middle.lon() - CLOSURE_DEGREES),
                new GeoPoint(middle.lat() - CLOSURE_DEGREES, middle.lon() + CLOSURE_DEGREES),
                new GeoPoint(middle.lat() + CLOSURE_DEGREES, middle.lon() + CLOSURE_DEGREES),
                new GeoPoint(middle.lat() + CLOSURE_DEGREES, middle.lon() - CLOSURE_DEGREES));
        long begin = System.nanoTime();
        api.house(
                Service.ENGINE,
                "/internal/zones",
                Map.of(
                        "id",
                        "flood",
                        "name",
                        "Flood",
                        "outline",
                        outline,
                        "profiles",
                        List.of("MOTORBIKE", "VAN", "TRUCK"),
                        "validFrom",
                        at(LocalTime.of(7, 0))));
        figures.note("  closure entered", seconds(begin), "s");
        await(() -> !routes().equals(before));
        figures.note("  first change on the board", seconds(begin), "s");
        figures.atMost("closed road on the live plan, the last change", settled(begin), 5, "s");
    }

    /** When the board changed for the last time before it stayed the same for a while. */
    private double settled(long begin) {
        String latest = routes();
        double changed = seconds(begin);
        while (seconds(begin) - changed < QUIET_SECONDS) {
            pause();
            String now = routes();
            if (!now.equals(latest)) {
                latest = now;
                changed = seconds(begin);
            }
        }
        return changed;
    }

    private String routes() {
        return dispatch("/dispatch/v1/depots/" + DEPOT + "/board")
                .path("routes")
                .toString();
    }

    private JsonNode dispatch(String path) {
        return api.mustGet(Service.ENGINE, path, DISPATCHER_KEY);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("nothing has changed within " + LIMIT);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    private Map<String, Object> load() {
        return Map.of(
                "grams", 300 + random.nextInt(4_000), "cubicCentimetres", 1_000 + random.nextInt(8_000), "pieces", 1);
    }

    private static TimeWindow window(int slot) {
        int from = FIRST_SLOT + SLOT_HOURS * slot;
        return new TimeWindow(at(LocalTime.of(from, 0)), at(LocalTime.of(from + SLOT_HOURS, 0)));
    }

    private static Instant at(LocalTime time) {
        return DATE.atTime(time).atZone(ZONE).toInstant();
    }

    private static GeoPoint point(JsonNode node) {
        return new GeoPoint(node.path("lat").asDouble(), node.path("lon").asDouble());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
