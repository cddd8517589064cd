package io.giaovan.standalone.start;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a house is started.
 *
 * @param port where it listens, 0 for a free one
 * @param data folder of the store, the roads and the keys
 * @param roads {@code city} for the made-up city, else path or address of an extract
 * @param citySeed of the made-up city
 * @param clock the simulated clock, or null for the real one
 * @param mongoUri an external store, or null for the embedded one
 * @param toDisk whether the embedded store waits for the disk before it acknowledges a write; false for throw-away houses
 * @param extra further settings
 */
public record HousePlan(
        int port,
        Path data,
        String roads,
        long citySeed,
        @Nullable SimulatedTime clock,
        @Nullable String mongoUri,
        boolean toDisk,
        Map<String, Object> extra) {
    /**
     * A simulated clock.
     *
     * @param start where it begins
     * @param speed simulated seconds in one, 0 when it only moves by hand
     */
    public record SimulatedTime(Instant start, double speed) {}

    public HousePlan {
        extra = Map.copyOf(extra);
    }

    /** A house with the embedded store and the made-up city on the real clock. */
    public static HousePlan at(Path data) {
        return new HousePlan(0, data, "city", 7, null, null, true, Map.of());
    }

    public HousePlan withPort(int given) {
        return new HousePlan(given, data, roads, citySeed, clock, mongoUri, toDisk, extra);
    }

    public HousePlan withRoads(String given, long seed) {
        return new HousePlan(port, data, given, seed, clock, mongoUri, toDisk, extra);
    }

    public HousePlan withClock(@Nullable SimulatedTime given) {
        return new HousePlan(port, data, roads, citySeed, given, mongoUri, toDisk, extra);
    }

    public HousePlan withMongo(@Nullable String given) {
        return new HousePlan(port, data, roads, citySeed, clock, given, toDisk, extra);
    }

    public HousePlan throwAway() {
        return new HousePlan(port, data, roads, citySeed, clock, mongoUri, false, extra);
    }

    public HousePlan with(String setting, Object value) {
        Map<String, Object> more = new HashMap<>(extra);
        more.put(setting, value);
        return new HousePlan(port, data, roads, citySeed, clock, mongoUri, toDisk, more);
    }

    /** The settings of a process of this house, whatever its shape. */
    Map<String, Object> settings(String storeUri, boolean soleOwner, KeyFile keys) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("micronaut.server.host", "127.0.0.1");
        settings.put("micronaut.server.port", port == 0 ? -1 : port);
        settings.put("giaovan.store.uri", storeUri);
        settings.put("giaovan.store.sole-owner", soleOwner);
        settings.put("giaovan.house.key", keys.house());
        settings.put("giaovan.network.source", roads);
        settings.put("giaovan.network.seed", citySeed);
        settings.put("giaovan.network.work-folder", data.resolve("roads").toString());
        settings.put("giaovan.ghn.token", keys.get("ghn-sandbox-token", "ghn_"));
        settings.put("giaovan.ghn.shop-id", "885");
        settings.put("giaovan.ghn.webhook-secret", keys.get("ghn-sandbox-webhook", "ghnhook_"));
        if (clock != null) {
            settings.put("giaovan.clock.simulated", true);
            settings.put("giaovan.clock.start", clock.start().toString());
            settings.put("giaovan.clock.speed", clock.speed());
        }
        settings.putAll(extra);
        return settings;
    }
}
