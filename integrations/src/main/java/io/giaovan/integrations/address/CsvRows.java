package io.giaovan.integrations.address;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads a CSV file with a header row; fields may stand in double quotes. */
final class CsvRows {
    private final List<String> header;
    private final List<List<String>> rows;
    private final Path file;

    private CsvRows(Path file, List<String> header, List<List<String>> rows) {
        this.file = file;
        this.header = header;
        this.rows = rows;
    }

    /** A row whose fields are asked for by the header's names. */
    interface Row {
        String get(String column);
    }

    static CsvRows of(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new CsvRows(
                    file,
                    fields(lines.getFirst()),
                    lines.subList(1, lines.size()).stream()
                            .filter(line -> !line.isBlank())
                            .map(CsvRows::fields)
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("giaovan.address.directory: cannot read " + file, unreadable);
        }
    }

    void forEach(Consumer<Row> reader) {
        for (List<String> row : rows) {
            reader.accept(column -> {
                int index = header.indexOf(column);
                if (index < 0 || index >= row.size()) {
                    throw new IllegalArgumentException(
                            "giaovan.address.directory: " + file + " has a row without " + column);
                }
                return Objects.requireNonNull(row.get(index));
            });
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c != '\uFEFF') {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
