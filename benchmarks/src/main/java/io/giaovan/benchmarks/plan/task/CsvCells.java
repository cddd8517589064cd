package io.giaovan.benchmarks.plan.task;

import java.util.ArrayList;
import java.util.List;

/** Cells of a line of CSV; a cell in double quotes may hold commas, and a quote that is written twice. */
public final class CsvCells {
    private CsvCells() {}

    public static List<String> of(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(letter);
                i++;
            } else if (letter == '"') {
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

    /**
     * Where a column is.
     *
     * @param heads cells of the first line
     * @throws IllegalArgumentException without such a column
     */
    public static int column(List<String> heads, String name) {
        int at = heads.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("has no column " + name + "; its columns are " + heads);
        }
        return at;
    }
}
