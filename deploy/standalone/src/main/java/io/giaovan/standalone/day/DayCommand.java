package io.giaovan.standalone.day;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.giaovan.edge.json.HouseJson;
import io.giaovan.standalone.cast.Cast;
import io.giaovan.standalone.cast.CastSetUp;
import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.command.Options;
import io.giaovan.standalone.command.Progress;
import io.giaovan.standalone.start.House;
import io.giaovan.standalone.start.HousePlan;
import io.giaovan.standalone.start.OneProcessHouse;
import io.giaovan.standalone.start.ScratchFolder;
import io.giaovan.standalone.start.SplitHouse;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The command {@code giaovan day}: plays one day through the HTTP interfaces and prints what came of it. */
public final class DayCommand {
    private static final long CITY_SEED = 7;

    private DayCommand() {}

    /** Returns the exit status: 0, or 1 when an invariant is broken. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Options options = Options.read(
                arguments, List.of("orders", "couriers", "seed", "osm", "iterations"), List.of("json", "split"));
        DayPlan plan = DayPlan.read(options, 200, 10);
        try (ScratchFolder scratch = ScratchFolder.make()) {
            HousePlan house = HousePlan.at(scratch.path())
                    .withRoads(options.find("osm").orElse("city"), CITY_SEED)
                    .withClock(new HousePlan.SimulatedTime(plan.begin(), 0))
                    .throwAway();
            long begin = System.nanoTime();
            try (House running = options.has("split") ? split(house) : OneProcessHouse.start(house)) {
                double startSeconds = seconds(begin);
                Progress progress = Progress.atTerminal();
                HouseApi api = new HouseApi(running.addresses(), running.keys().house(), Duration.ZERO);
                Cast cast = new CastSetUp(api, running.keys(), plan.seed()).enter(plan.couriers(), plan.orders());
                Day day = new Day(api, cast, plan);
                day.prepare();
                day.play((done, at) -> progress.show(
                        done,
                        at.atZone(plan.zone()).toLocalDateTime().toString().replace('T', ' ')));
                progress.end();
                DayReport report = day.report();
                out.print(options.has("json") ? json(plan, report) : report.text());
                err.printf(
                        Locale.ROOT,
                        "Started in %.1f s, played in %.1f s, of which %.1f s planning; heap %d MB.%n",
                        startSeconds,
                        seconds(begin) - startSeconds,
                        day.planSeconds(),
                        Runtime.getRuntime().totalMemory() >> 20);
                return report.sound() ? 0 : 1;
            }
        }
    }

    /** Processes look for each other's mail often, because the day waits for it at every step. */
    private static House split(HousePlan plan) {
        return SplitHouse.start(plan.with("giaovan.mailbox.poll", "PT0.01S"));
    }

    private static String json(DayPlan plan, DayReport report) {
        try {
            return HouseJson.newMapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(
                                    Map.of("seed", plan.seed(), "report", report.lines(), "broken", report.broken()))
                    + "\n";
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("the report cannot be written", broken);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
