package io.giaovan.benchmarks.plan.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Best known costs out of {@code bks.csv}, whose columns {@code instance}, {@code bks_cost} and {@code objective_convention}
 * are read. An instance may have a row per convention.
 */
public final class BestKnown {
    private record Row(String convention, double cost) {}

    private final Map<String, List<Row>> rows = new HashMap<>();

    private BestKnown() {}

    /**
     * Reads the file of a folder; without one nothing is known.
     *
     * @throws IllegalArgumentException when a column is missing or a cost is no number
     */
    public static BestKnown in(Path folder) throws IOException {
        BestKnown best = new BestKnown();
        Path file = folder.resolve("bks.csv");
        if (!Files.exists(file)) {
            return best;
        }
        List<String> lines = Files.readAllLines(file);
        List<String> heads = lines.isEmpty() ? List.of() : CsvCells.of(lines.getFirst());
        int instance = column(heads, "instance");
        int cost = column(heads, "bks_cost");
        int convention = column(heads, "objective_convention");
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = CsvCells.of(line);
            if (cells.size() > Math.max(cost, convention)) {
                best.rows
                        .computeIfAbsent(cells.get(instance).toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .add(new Row(cells.get(convention), number(cells.get(cost), line)));
            }
        }
        return best;
    }

    /** The least cost of the same convention in the file's unit; empty when none is known. */
    public OptionalDouble find(String instance, Convention convention) {
        return rows.getOrDefault(instance.toLowerCase(Locale.ROOT), List.of()).stream()
                .filter(row -> convention.matches(row.convention()))
                .mapToDouble(Row::cost)
                .min();
    }

    private static int column(List<String> heads, String name) {
        try {
            return CsvCells.column(heads, name);
        } catch (IllegalArgumentException missing) {
            throw new IllegalArgumentException("bks.csv: " + missing.getMessage(), missing);
        }
    }

    private static double number(String text, String line) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("bks.csv: '" + text + "' is not a cost in " + line, notANumber);
        }
    }
}
