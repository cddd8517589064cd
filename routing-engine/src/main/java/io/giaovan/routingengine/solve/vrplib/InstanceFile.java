package io.giaovan.routingengine.solve.vrplib;

import io.giaovan.routingengine.model.Objective;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a benchmark file of any known format, which it tells by its content. */
public final class InstanceFile {
    public static final long BYTES_MAX = 50_000_000;

    private InstanceFile() {}

    /**
     * Reads a file.
     *
     * @param objective what is weighed, and with it the convention of distances; null takes the format's custom
     * @throws IllegalArgumentException when the file is no instance, naming the line
     */
    public static Instance read(Path file, @Nullable Objective objective) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("file: " + file + " does not exist or is not a file");
        }
        if (Files.size(file) > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "file: " + file + " has " + Files.size(file) + " bytes, at most " + BYTES_MAX + " are allowed");
        }
        List<String> lines =
                Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        String fileName = String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z]+$", "");
        if (lines.stream().anyMatch(line -> line.startsWith("NODE_COORD_SECTION"))) {
            return VrplibReader.read(lines, objective == null ? Objective.COST : objective);
        }
        if (lines.stream().anyMatch(line -> line.strip().equals("VEHICLE"))) {
            return WindowsReader.solomon(lines, objective == null ? Objective.COST : objective);
        }
        if (!lines.isEmpty() && lines.getFirst().strip().split("\\s+").length == 3) {
            return WindowsReader.liLim(fileName, lines, objective == null ? Objective.VEHICLES : objective);
        }
        throw new IllegalArgumentException("file: " + file
                + " is neither VRPLIB (no NODE_COORD_SECTION), nor Solomon (no VEHICLE), nor Li & Lim (first line has not"
                + " three numbers)");
    }
}
