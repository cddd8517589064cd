package io.giaovan.standalone.crash;

import io.giaovan.standalone.command.Options;
import io.giaovan.standalone.command.Progress;
import io.giaovan.standalone.day.DayPlan;
import io.giaovan.standalone.start.HouseNotStarted;
import io.giaovan.standalone.start.ScratchFolder;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The command {@code giaovan crash}: plays a day while the house is killed, and says what was lost. */
public final class CrashCommand {
    private static final DateTimeFormatter ON_STAGE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final long CITY_SEED = 7;
    private static final int KILLS_MAX = 1_000;

    private CrashCommand() {}

    /** Returns the exit status: 0, or 1 when something acknowledged was lost or the day did not end lawfully. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Options options = Options.read(arguments, List.of("kills", "orders", "couriers", "seed", "osm"), List.of());
        CrashPlan plan = new CrashPlan(
                DayPlan.read(options, 120, 6),
                (int) options.number("kills", 20, 0, KILLS_MAX),
                options.find("osm").orElse("city"),
                CITY_SEED);
        ZoneId zone = plan.day().zone();
        Progress progress = Progress.atTerminal();
        long begin = System.nanoTime();
        try (ScratchFolder scratch = ScratchFolder.make();
                KillableHouse house = new KillableHouse(scratch.path(), plan.roads(), plan.citySeed())) {
            try {
                CrashDay.Outcome outcome = new CrashDay(
                                plan,
                                house,
                                kill -> out.println(line(kill, plan)),
                                (done, at) -> progress.show(done, ON_STAGE.format(at.atZone(zone))))
                        .play();
                progress.end();
                out.print(text(outcome));
                err.printf(
                        Locale.ROOT,
                        "%d changing calls with %d kills in %.1f s.%n",
                        outcome.changes(),
                        outcome.kills().size(),
                        (System.nanoTime() - begin) / 1e9);
                return outcome.sound() ? 0 : 1;
            } catch (HouseNotStarted | IllegalStateException | UncheckedIOException broken) {
                progress.end();
                err.println("The day could not be played to its end (seed "
                        + plan.day().seed() + "): " + broken.getMessage());
                err.println("The house said last:\n" + house.lastWords());
                return 1;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return 1;
            }
        }
    }

    /** One line for one kill. */
    static String line(Killer.Kill kill, CrashPlan plan) {
        return String.format(
                Locale.ROOT,
                "kill %2d of %d at %s %s; answers after %.1f s; %s",
                kill.number(),
                plan.kills(),
                ON_STAGE.format(kill.at().atZone(plan.day().zone())),
                kill.inside() == null ? "between calls" : "inside " + kill.inside(),
                kill.seconds(),
                kill.lost().isEmpty() ? "nothing is lost" : "LOST: " + String.join("; ", kill.lost()));
    }

    private static String text(CrashDay.Outcome outcome) {
        StringBuilder text = new StringBuilder(outcome.report().text());
        text.append("Acknowledged: ").append(outcome.acknowledged()).append('\n');
        if (outcome.lost().isEmpty()) {
            text.append("Nothing that was acknowledged is lost.\n");
        } else {
            text.append("LOST\n");
            outcome.lost().forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }
}
