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
        List<String> heads = lines.isEmpty() ? List.of() : cells(lines.getFirst());
        int instance = column(heads, "instance");
        int cost = column(heads, "bks_cost");
        int convention = column(heads, "objective_convention");
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
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
        int at = heads.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("bks.csv: has no column " + name
                    + ", so its values cannot be told apart; its columns are " + heads);
        }
        return at;
    }

    private static double number(String text, String line) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("bks.csv: '" + text + "' is not a cost in " + line, notANumber);
        }
    }

    /** Cells of a line; a cell in double quotes may hold commas. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char letter : line.toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
