package io.giaovan.benchmarks.plan.task;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads instances: VRPLIB with Euclidean distances, Solomon and Gehring-Homberger, Li and Lim. */
public final class TaskFile {
    private static final int NODES_MAX = 15_001;

    private TaskFile() {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when it is none of the known formats or a line is wrong
     */
    public static Task read(Path file) throws IOException {
        List<String> lines =
                Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        if (lines.stream().anyMatch(line -> line.startsWith("NODE_COORD_SECTION"))) {
            return vrplib(nameOf(file), lines);
        }
        int vehicle = indexOf(lines, "VEHICLE");
        if (vehicle >= 0) {
            double[] fleet = numbers(lines, vehicle + 2, 2);
            return timed(nameOf(file), Convention.DIMACS, fleet, rows(lines, indexOf(lines, "CUST NO.") + 1, 7));
        }
        double[] fleet = numbers(lines, 0, 2);
        return timed(nameOf(file), Convention.LI_LIM_DISTANCE, fleet, rows(lines, 1, 9));
    }

    /** The file's name without {@code .vrp} or {@code .txt}. */
    public static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.(vrp|txt)$", "");
    }

    private static Task vrplib(String name, List<String> lines) {
        int size = (int) header(lines, "DIMENSION");
        int capacity = (int) header(lines, "CAPACITY");
        checkSize(size);
        int coordinates = indexOf(lines, "NODE_COORD_SECTION") + 1;
        int demands = indexOf(lines, "DEMAND_SECTION") + 1;
        double[] x = new double[size];
        double[] y = new double[size];
        int[] demand = new int[size];
        for (int i = 0; i < size; i++) {
            double[] place = numbers(lines, coordinates + i, 3);
            x[i] = place[1];
            y[i] = place[2];
            demand[i] = (int) numbers(lines, demands + i, 2)[1];
        }
        int[] due = new int[size];
        Arrays.fill(due, Integer.MAX_VALUE / 4);
        return new Task(
                name,
                Convention.X,
                size - 1,
                capacity,
                x,
                y,
                demand,
                new int[size],
                due,
                new int[size],
                new int[size],
                new int[size],
                distances(Convention.X, x, y));
    }

    private static Task timed(String name, Convention convention, double[] fleet, List<double[]> rows) {
        int size = rows.size();
        checkSize(size);
        int scale = convention.scale();
        double[] x = column(rows, 1);
        double[] y = column(rows, 2);
        int[] delivery = new int[size];
        int[] pickup = new int[size];
        if (convention == Convention.LI_LIM_DISTANCE) {
            for (int i = 1; i < size; i++) {
                pickup[i] = (int) rows.get(i)[7];
                delivery[i] = (int) rows.get(i)[8];
                if (Math.max(pickup[i], delivery[i]) >= size) {
                    throw new IllegalArgumentException(
                            name + ": customer " + i + " is paired with one that is missing");
                }
            }
        }
        return new Task(
                name,
                convention,
                (int) fleet[0],
                (int) fleet[1],
                x,
                y,
                scaled(rows, 3, 1),
                scaled(rows, 4, scale),
                scaled(rows, 5, scale),
                scaled(rows, 6, scale),
                delivery,
                pickup,
                distances(convention, x, y));
    }

    private static int[] distances(Convention convention, double[] x, double[] y) {
        int size = x.length;
        int[] distance = new int[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                int way = convention.distance(x[i] - x[j], y[i] - y[j]);
                distance[i * size + j] = way;
                distance[j * size + i] = way;
            }
        }
        return distance;
    }

    private static List<double[]> rows(List<String> lines, int from, int count) {
        List<double[]> rows = new ArrayList<>();
        for (int i = from; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                double[] row = numbers(lines, i, count);
                if (row[0] != rows.size()) {
                    throw new IllegalArgumentException(
                            "line " + (i + 1) + ": customer " + row[0] + " is out of order, expected " + rows.size());
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    private static int[] scaled(List<double[]> rows, int column, int scale) {
        return rows.stream()
                .mapToInt(row -> (int) Math.round(row[column] * scale))
                .toArray();
    }

    private static double header(List<String> lines, String name) {
        for (String line : lines) {
            if (line.startsWith(name) && line.contains(":")) {
                return Double.parseDouble(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        throw new IllegalArgumentException(name + ": missing");
    }

    private static int indexOf(List<String> lines, String start) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(start)) {
                return i;
            }
        }
        return -1;
    }

    private static double[] numbers(List<String> lines, int index, int count) {
        String[] parts = index < lines.size() ? lines.get(index).strip().split("\\s+") : new String[0];
        if (parts.length < count) {
            throw new IllegalArgumentException(
                    "line " + (index + 1) + ": has " + parts.length + " numbers, " + count + " are needed");
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i]);
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException(
                        "line " + (index + 1) + ": '" + parts[i] + "' is not a number", notANumber);
            }
        }
        return numbers;
    }

    private static void checkSize(int size) {
        if (size < 2 || size > NODES_MAX) {
            throw new IllegalArgumentException("customers: " + (size - 1) + " is outside 1 to " + (NODES_MAX - 1));
        }
    }
}
