package io.giaovan.benchmarks.plan.report;

import io.giaovan.benchmarks.plan.race.Outcome;
import io.giaovan.benchmarks.plan.task.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

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
