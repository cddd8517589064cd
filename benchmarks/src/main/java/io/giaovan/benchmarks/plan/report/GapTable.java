package io.giaovan.benchmarks.plan.report;

import io.giaovan.benchmarks.plan.peer.Solver;
import io.giaovan.benchmarks.plan.race.Outcome;
import io.giaovan.benchmarks.plan.task.Verdict;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** Gaps as text: for each limit a table of instances by solvers, and a table of means. */
public final class GapTable {
    private static final String CELL = " %16s";
    private static final String NAME = "%-16s";

    private final Gaps gaps;
    private final PrintStream out;

    public GapTable(Gaps gaps, PrintStream out) {
        this.gaps = gaps;
        this.out = out;
    }

    public void print() {
        out.println("Gap in percent to the best known value of the same convention (vehicles).");
        out.println("* no such value is known: gap to the best plan of this run. ! took longer than allowed.");
        gaps.limits().forEach(this::instances);
        gaps.limits().forEach(this::means);
        troubles();
    }

    private void instances(double limit) {
        out.printf(Locale.ROOT, "%n" + NAME, seconds(limit));
        gaps.solvers().forEach(solver -> out.printf(CELL, solver.key()));
        out.println();
        for (String instance : gaps.instances()) {
            out.printf(NAME, instance + (gaps.isPublished(instance) ? "" : "*"));
            for (Solver solver : gaps.solvers()) {
                out.printf(CELL, text(gaps.cell(instance, solver, limit)));
            }
            out.println();
        }
    }

    /** A gap only where every run was lawful, because a mean over the lucky seeds would flatter. */
    private static String text(Gaps.Cell cell) {
        if (cell.isSolved()) {
            return String.format(Locale.ROOT, "%.2f (%.1f)", cell.gapPercent(), cell.vehicles())
                    + (cell.isLate() ? "!" : "");
        }
        if (cell.runs() == 0) {
            return "-";
        }
        return cell.lawful() == 0 ? "none" : "lawful " + cell.lawful() + "/" + cell.runs();
    }

    private void means(double limit) {
        Set<String> common = gaps.common(limit);
        List<Solver> compared = gaps.compared(limit);
        out.printf(
                Locale.ROOT,
                "%nMean gap at %s; all: over the %d instances solved by every solver that solves at least half;"
                        + " own: over those it solved; giaovan: ours over the same%n",
                seconds(limit),
                common.size());
        out.printf(Locale.ROOT, NAME + " %9s %9s %9s %9s%n", "", "solved", "all", "own", "giaovan");
        for (Solver solver : gaps.solvers()) {
            Set<String> solved = gaps.solved(solver, limit);
            out.printf(
                    Locale.ROOT,
                    NAME + " %9s %9s %9s %9s%n",
                    solver.key(),
                    solved.size() + "/" + gaps.instances().size(),
                    compared.contains(solver) ? percent(gaps.mean(solver, limit, common::contains)) : "-",
                    percent(gaps.mean(solver, limit, instance -> true)),
                    percent(gaps.mean(Solver.GIAOVAN, limit, solved::contains)));
        }
    }

    private void troubles() {
        List<Outcome> broken =
                gaps.outcomes().stream().filter(outcome -> !outcome.isLawful()).toList();
        if (!broken.isEmpty()) {
            out.printf("%nWithout a lawful answer:%n");
        }
        for (Outcome outcome : broken) {
            if (outcome.verdict() instanceof Verdict.Unlawful unlawful) {
                out.printf(
                        Locale.ROOT,
                        "%s, %s, %s, seed %d: %s%n",
                        outcome.solver().key(),
                        outcome.instance(),
                        seconds(outcome.limitSeconds()),
                        outcome.seed(),
                        unlawful.reason());
            }
        }
    }

    private static String percent(OptionalDouble gap) {
        return gap.isPresent() ? String.format(Locale.ROOT, "%.2f", gap.getAsDouble()) : "-";
    }

    static String seconds(double limit) {
        return (limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit)) + " s";
    }
}
