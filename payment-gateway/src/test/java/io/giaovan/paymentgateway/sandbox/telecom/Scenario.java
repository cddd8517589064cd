package io.giaovan.paymentgateway.sandbox.telecom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One scenario of a feature file with the background's steps before its own; an outline gives one for each example.
 *
 * @param operation what the feature is about, for instance {@code createPayment}
 * @param tag the scenario's name without {@code @}
 * @param example the row of an outline, or the empty text
 */
record Scenario(String operation, String tag, String example, List<String> steps) {
    private static final List<String> WORDS = List.of("Given ", "When ", "Then ", "And ", "But ");

    static List<Scenario> readAll(Path directory) throws IOException {
        List<Scenario> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory).sorted()) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".feature")).toList()) {
                found.addAll(read(file));
            }
        }
        return found;
    }

    private static List<Scenario> read(Path file) throws IOException {
        String operation = file.getFileName().toString().replaceAll(".*-([A-Za-z]+)\\.feature", "$1");
        List<Scenario> found = new ArrayList<>();
        List<String> background = new ArrayList<>();
        List<String> steps = background;
        List<List<String>> table = new ArrayList<>();
        String tag = "";
        String open = "";
        for (String raw : Files.readAllLines(file)) {
            String line = raw.strip();
            if (line.startsWith("@")) {
                found.addAll(made(operation, open, background, steps, table));
                open = "";
                steps = new ArrayList<>();
                table = new ArrayList<>();
                tag = line.substring(1).split("\\s+")[0];
            } else if (line.startsWith("Scenario")) {
                open = tag;
            } else if (line.startsWith("|")) {
                table.add(Stream.of(line.substring(1, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList());
            } else {
                for (String word : WORDS) {
                    if (line.startsWith(word)) {
                        steps.add(line.substring(word.length()).strip());
                        break;
                    }
                }
            }
        }
        found.addAll(made(operation, open, background, steps, table));
        return found;
    }

    private static List<Scenario> made(
            String operation, String tag, List<String> background, List<String> steps, List<List<String>> table) {
        if (tag.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(background);
        all.addAll(steps);
        if (table.isEmpty()) {
            return List.of(new Scenario(operation, tag, "", all));
        }
        List<Scenario> found = new ArrayList<>();
        for (List<String> row : table.subList(1, table.size())) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int column = 0; column < row.size(); column++) {
                values.put(table.getFirst().get(column), row.get(column));
            }
            found.add(new Scenario(
                    operation,
                    tag,
                    String.join(", ", row),
                    all.stream().map(step -> filled(step, values)).toList()));
        }
        return found;
    }

    private static String filled(String step, Map<String, String> values) {
        String text = step;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("<" + value.getKey() + ">", value.getValue());
        }
        return text;
    }

    @Override
    public String toString() {
        return operation + " " + tag + (example.isEmpty() ? "" : " [" + example + "]");
    }
}
