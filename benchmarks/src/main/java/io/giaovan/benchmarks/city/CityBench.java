package io.giaovan.benchmarks.city;

import io.giaovan.standalone.command.Options;
import io.giaovan.standalone.start.HousePlan;
import io.giaovan.standalone.start.OneProcessHouse;
import io.giaovan.standalone.start.ScratchFolder;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The command {@code bench city}: plays the busy hours of one depot and prints each figure beside its goal. */
public final class CityBench {
    private static final long CITY_SEED = 7;

    /** 07:00 in Vietnam on a working day. */
    private static final Instant MORNING = Instant.parse("2026-12-01T00:00:00Z");

    private CityBench() {}

    /** Returns 0 when the day could be played, whatever its figures: timings never gate. */
    public static int run(List<String> arguments, PrintStream out) {
        Options options = Options.read(
                arguments, List.of("osm", "stops", "vehicles", "seed", "buyers", "quotes", "seconds"), List.of());
        CityDay.Size size = new CityDay.Size(
                (int) options.number("stops", 1_000, 10, 5_000),
                (int) options.number("vehicles", 50, 2, 500),
                options.number("seed", 1, 0, Long.MAX_VALUE),
                (int) options.number("buyers", 20, 1, 200),
                (int) options.number("quotes", 25, 1, 10_000),
                (int) options.number("seconds", 5, 1, 120));
        out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d processors, %d MB heap; %s, %d stops, %d vehicles, seed %d%n",
                System.getProperty("os.arch"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                options.find("osm").orElse("made-up city"),
                size.stops(),
                size.vehicles(),
                size.seed());
        try (ScratchFolder scratch = ScratchFolder.make();
                OneProcessHouse house = OneProcessHouse.start(HousePlan.at(scratch.path())
                        .withRoads(options.find("osm").orElse("city"), CITY_SEED)
                        .withClock(new HousePlan.SimulatedTime(MORNING, 0))
                        .with("logger.levels.io.giaovan.orderservice.shipment", "ERROR")
                        .throwAway())) {
            out.printf("%-52s %12s   %s%n", "figure", "measured", "goal");
            new CityDay(house, size, new Figures(out)).play();
        }
        return 0;
    }
}
