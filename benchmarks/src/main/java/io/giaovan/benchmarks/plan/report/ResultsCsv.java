package io.giaovan.benchmarks.plan.report;

import io.giaovan.benchmarks.plan.peer.Solver;
import io.giaovan.benchmarks.plan.race.Outcome;
import io.giaovan.benchmarks.plan.task.Convention;
import io.giaovan.benchmarks.plan.task.CsvCells;
import io.giaovan.benchmarks.plan.task.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** Every run as a line of CSV; costs and gaps are empty without a lawful answer. */
public final class ResultsCsv {
    private static final String HEAD = "instance,convention,solver,limit_seconds,seed,takes_seed,lawful,cost,vehicles,"
            + "reference,reference_is,gap_percent,wall_seconds,trouble";

    private ResultsCsv() {}

    public static List<String> lines(Gaps gaps) {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        gaps.outcomes().forEach(outcome -> lines.add(line(gaps, outcome)));
        return lines;
    }

    /**
     * Reads what {@link #lines} wrote; references and gaps are left, because they depend on the other runs.
     *
     * @throws IllegalArgumentException when a column is missing or a cell cannot be read
     */
    public static List<Outcome> read(List<String> lines) {
        List<String> heads = lines.isEmpty() ? List.of() : CsvCells.of(lines.getFirst());
        for (String head : CsvCells.of(HEAD)) {
            CsvCells.column(heads, head);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = CsvCells.of(lines.get(i));
            if (cells.size() != heads.size()) {
                throw new IllegalArgumentException(
                        "line " + (i + 1) + " has " + cells.size() + " cells, not " + heads.size());
            }
            try {
                outcomes.add(outcome(head -> cells.get(CsvCells.column(heads, head))));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("line " + (i + 1) + ": " + wrong.getMessage(), wrong);
            }
        }
        return outcomes;
    }

    private static Outcome outcome(UnaryOperator<String> row) {
        Convention convention = Convention.labelled(row.apply("convention"));
        Verdict verdict = Boolean.parseBoolean(row.apply("lawful"))
                ? new Verdict.Lawful(
                        Math.round(Double.parseDouble(row.apply("cost")) * convention.scale()),
                        Integer.parseInt(row.apply("vehicles")))
                : new Verdict.Unlawful(row.apply("trouble"));
        return new Outcome(
                row.apply("instance"),
                convention,
                Solver.of(row.apply("solver")),
                Double.parseDouble(row.apply("limit_seconds")),
                Long.parseLong(row.apply("seed")),
                verdict,
                Double.parseDouble(row.apply("wall_seconds")));
    }

    private static String line(Gaps gaps, Outcome outcome) {
        String vehicles = "";
        String trouble = "";
        switch (outcome.verdict()) {
            case Verdict.Lawful lawful -> vehicles = String.valueOf(lawful.vehicles());
            case Verdict.Unlawful unlawful -> trouble = quoted(unlawful.reason());
        }
        return String.join(
                ",",
                outcome.instance(),
                quoted(outcome.convention().label()),
                outcome.solver().key(),
                String.valueOf(outcome.limitSeconds()),
                String.valueOf(outcome.seed()),
                String.valueOf(outcome.solver().takesSeed()),
                String.valueOf(outcome.isLawful()),
                number(outcome.cost(), "%.1f"),
                vehicles,
                number(gaps.reference(outcome.instance()), "%.1f"),
                gaps.isPublished(outcome.instance()) ? "best known" : "best of run",
                number(gaps.gapPercent(outcome), "%.4f"),
                String.format(Locale.ROOT, "%.3f", outcome.wallSeconds()),
                trouble);
    }

    private static String number(OptionalDouble value, String format) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"").replaceAll("\\R", " / ") + '"';
    }
}
