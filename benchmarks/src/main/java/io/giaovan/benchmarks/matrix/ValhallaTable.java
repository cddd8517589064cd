package io.giaovan.benchmarks.matrix;

import io.giaovan.benchmarks.child.Child;
import io.giaovan.routingengine.network.VehicleProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** Valhalla's matrix by its Node binding: builds its tiles from the same extract, then asks for the same points. */
final class ValhallaTable {
    /** Above this it takes minutes, and its answer hundreds of megabytes. */
    static final int POINTS_MAX = 500;

    private static final String MARK = "valhalla-millis ";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Child child;
    private final Path modules;
    private final Path osm;
    private final Path folder;

    ValhallaTable(Child child, Path modules, Path osm, Path folder) {
        this.child = child;
        this.modules = modules;
        this.osm = osm;
        this.folder = folder;
    }

    /** Time of one matrix in milliseconds; empty when there are too many points for it. */
    OptionalDouble millis(int points, VehicleProfile profile) throws IOException {
        if (points > POINTS_MAX) {
            return OptionalDouble.empty();
        }
        Path script = folder.resolve("valhalla.js");
        if (!Files.exists(script)) {
            try (InputStream source = Objects.requireNonNull(
                    ValhallaTable.class.getResourceAsStream("/peers/valhalla.js"), "valhalla.js is missing")) {
                Files.copy(source, script);
            }
        }
        Child.Ended ended = child.run(
                List.of(
                        "node",
                        script.toString(),
                        modules.toAbsolutePath().toString(),
                        osm.toAbsolutePath().toString(),
                        folder.toString(),
                        folder.resolve("points-" + points + ".txt").toString(),
                        switch (profile) {
                            case MOTORBIKE -> "motorcycle";
                            case VAN -> "auto";
                            case TRUCK -> "truck";
                        }),
                LONGEST);
        return OptionalDouble.of(ended.output()
                .lines()
                .filter(line -> line.startsWith(MARK))
                .mapToDouble(line -> Double.parseDouble(line.substring(MARK.length())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Valhalla failed: " + ended.lastLines())));
    }
}
