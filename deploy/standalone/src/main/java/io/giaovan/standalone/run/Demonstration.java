package io.giaovan.standalone.run;

import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.CastSetUp;
import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.cast.HouseApi.Service;
import io.giaovan.standalone.day.Day;
import io.giaovan.standalone.day.DayPlan;
import io.giaovan.standalone.start.House;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays one day after the other while the house's simulated clock runs. Everything it does is repeatable, so it simply
 * begins the present day anew when the house was started again.
 */
final class Demonstration implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    static final int ORDERS = 60;
    static final int COURIERS = 6;
    private static final long ITERATIONS = 20_000;
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HouseApi api;
    private final Cast cast;
    private final long seed;
    private final ClockFile clockFile;
    private final Thread thread;
    private volatile boolean stopping;

    Demonstration(House house, long seed, ClockFile clockFile) {
        this.api = new HouseApi(house.addresses(), house.keys().house(), PATIENCE);
        this.seed = seed;
        this.clockFile = clockFile;
        this.cast = new CastSetUp(api, house.keys(), seed).enter(COURIERS, ORDERS * 2);
        this.thread = Thread.ofPlatform().name("demonstration").unstarted(this::play);
    }

    Cast cast() {
        return cast;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void play() {
        while (!stopping) {
            try {
                playDay(now());
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                if (!stopping && !Thread.currentThread().isInterrupted()) {
                    LOG.warn("the demonstration begins its day anew: {}", trouble.toString());
                }
            }
        }
    }

    private void playDay(Instant from) throws InterruptedException {
        LocalDate date = from.atZone(ZONE).toLocalDate();
        DayPlan plan = new DayPlan(ORDERS, COURIERS, seed + date.toEpochDay(), date, ZONE, ITERATIONS, 0);
        Day day = new Day(api, cast, plan, from);
        day.prepare();
        while (!stopping) {
            Thread.sleep(TICK);
            Instant now = now();
            clockFile.write(now);
            boolean over = day.playUntil(now) == null;
            if (over || now.isAfter(plan.end())) {
                waitFor(plan.end().plus(Duration.ofMinutes(15)));
                return;
            }
        }
    }

    private void waitFor(Instant instant) throws InterruptedException {
        while (!stopping && now().isBefore(instant)) {
            Thread.sleep(TICK);
            clockFile.write(now());
        }
    }

    private Instant now() {
        return Instant.parse(api.mustGet(Service.ORDERS, "/internal/clock", api.houseKey())
                .path("now")
                .asText());
    }
}
