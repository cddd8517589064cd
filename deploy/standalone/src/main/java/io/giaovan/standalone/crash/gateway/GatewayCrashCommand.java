package io.giaovan.standalone.crash.gateway;

import io.giaovan.standalone.command.Options;
import io.giaovan.standalone.start.HouseNotStarted;
import io.giaovan.standalone.start.ScratchFolder;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The command {@code giaovan crash --gateway}: kills the gateway while money moves, and says whether any moved twice. */
public final class GatewayCrashCommand {
    /** The option that asks for this command. */
    public static final String FLAG = "gateway";

    private static final int KILLS_MAX = 1_000;

    private GatewayCrashCommand() {}

    /** Returns the exit status: 0, or 1 when money or news of it was lost, doubled or stuck. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Options options = Options.read(arguments, List.of("kills", "seed"), List.of(FLAG));
        int kills = (int) options.number("kills", 20, 1, KILLS_MAX);
        long seed = options.number("seed", 7, 0, Long.MAX_VALUE);
        long begin = System.nanoTime();
        try (ScratchFolder scratch = ScratchFolder.make();
                GatewayCrash crash = new GatewayCrash(scratch.path(), seed)) {
            try {
                GatewayCrash.Outcome outcome = crash.play(kills, kill -> out.println(line(kill, kills)));
                out.print(text(outcome));
                err.printf(
                        Locale.ROOT,
                        "%d payments with %d kills in %.1f s.%n",
                        outcome.finding().intents(),
                        outcome.kills().size(),
                        (System.nanoTime() - begin) / 1e9);
                return outcome.sound() ? 0 : 1;
            } catch (HouseNotStarted | IllegalStateException | UncheckedIOException broken) {
                err.println("It could not be played to its end (seed " + seed + "): " + broken.getMessage());
                err.println("The gateway said last:\n" + crash.lastWords());
                return 1;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return 1;
            }
        }
    }

    /** One line for one kill. */
    static String line(GatewayKiller.Kill kill, int of) {
        return String.format(
                Locale.ROOT,
                "kill %2d of %d %s%s; answers after %.1f s",
                kill.number(),
                of,
                kill.point().words(),
                kill.met() ? "" : " (nothing came by; killed anyway)",
                kill.seconds());
    }

    private static String text(GatewayCrash.Outcome outcome) {
        MoneyAudit.Finding finding = outcome.finding();
        StringBuilder text = new StringBuilder();
        text.append("Payments: ").append(finding.intents()).append(" opened; succeeded ");
        text.append(new TreeMap<>(finding.succeeded())).append('\n');
        text.append("Refunds: ").append(finding.refunds());
        text.append("; payouts: ").append(finding.payouts()).append('\n');
        if (finding.broken().isEmpty()) {
            text.append("Nothing is stuck; one charge, one balance transaction and one event each; ");
            text.append("all books agree, the ledger is balanced and unchanged.\n");
        } else {
            text.append("BROKEN\n");
            finding.broken().forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString();
    }
}
