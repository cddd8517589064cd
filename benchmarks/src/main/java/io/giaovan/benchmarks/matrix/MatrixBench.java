package io.giaovan.benchmarks.matrix;

import io.giaovan.benchmarks.child.Child;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.standalone.command.Options;
import io.giaovan.standalone.command.UsageException;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command {@code bench matrix}: our search over many points at once beside one query a pair by GraphHopper's contraction
 * hierarchy on the same prepared roads, and beside Valhalla where Node has it.
 */
public final class MatrixBench {
    private static final String HEAP = "2g";
    private static final int POINTS_MAX = 5_000;
    private static final int POINTS_MIN = 2;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int SECONDS_APART_MAX = 1;

    private final Child child = Child.onOneCore();
    private final PrintStream out;
    private final String osm;
    private final List<Integer> points;
    private final VehicleProfile profile;
    private final long seed;
    private final Path work;
    private final Optional<Path> node;

    private MatrixBench(Options options, PrintStream out) {
        this.out = out;
        osm = options.find("osm").orElse("");
        points = points(options.find("points").orElse("100,500,1000"));
        profile = profile(options.find("profile").orElse(VehicleProfile.MOTORBIKE.key()));
        seed = options.number("seed", 1, 0, Integer.MAX_VALUE);
        work = Path.of(options.find("work").orElse(System.getProperty("java.io.tmpdir") + "/giaovan-roads"));
        node = options.find("node").map(Path::of);
        if (!osm.isEmpty() && !Files.isReadable(Path.of(osm))) {
            throw new UsageException("--osm: there is no readable file " + osm);
        }
        node.ifPresent(modules -> {
            if (osm.isEmpty()) {
                throw new UsageException("--node: needs --osm, because Valhalla reads an extract");
            }
            if (!Files.isDirectory(modules.resolve("@valhallajs").resolve("valhallajs"))) {
                throw new UsageException("--node: " + modules + " has no @valhallajs/valhallajs");
            }
        });
    }

    /** Returns 0, or 1 when a pair differs from GraphHopper's own answer. */
    public static int run(List<String> arguments, PrintStream out) {
        Options options =
                Options.read(arguments, List.of("osm", "points", "profile", "seed", "work", "node"), List.of());
        try {
            return new MatrixBench(options, out).compare();
        } catch (IOException broken) {
            throw new UncheckedIOException("a file cannot be read or written", broken);
        }
    }

    private int compare() throws IOException {
        Path folder = Files.createTempDirectory("giaovan-matrix");
        try {
            return compare(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private int compare(Path folder) throws IOException {
        List<MatrixRow> rows = measure(folder);
        Optional<ValhallaTable> valhalla = node.map(modules -> new ValhallaTable(child, modules, Path.of(osm), folder));
        out.printf(
                Locale.ROOT,
                "Matrices for %s on %s, %d processors, measured in one process %s. Times in milliseconds.%n",
                profile.key(),
                osm.isEmpty()
                        ? "the made-up city of seed " + seed
                        : Path.of(osm).getFileName(),
                Runtime.getRuntime().availableProcessors(),
                child.statement());
        out.println(
                "giaovan: all points at once, the first search and the middle one of nine after it; snapping apart.");
        out.println(
                "graphhopper: one query a pair (CH) with points already snapped; ~ extrapolated from 10,000 pairs.");
        out.println(
                valhalla.isPresent()
                        ? "valhalla: its own road speeds and turn costs, snapping included, so not like for like."
                        : "valhalla: left out, because no --node names Node modules that have it.");
        out.printf(
                "%8s %10s %10s %10s %14s %12s %9s  %s%n",
                "points", "snap", "first", "warm", "graphhopper", "valhalla", "times", "agreement on sampled pairs");
        boolean agree = true;
        for (MatrixRow row : rows) {
            OptionalDouble table =
                    valhalla.isPresent() ? valhalla.get().millis(row.points(), profile) : OptionalDouble.empty();
            agree &= row.differing() == 0 && row.secondsApart() <= SECONDS_APART_MAX;
            out.printf(
                    Locale.ROOT,
                    "%8d %10.1f %10.1f %10.1f %14s %12s %9.0f  %d pairs: %d differ, at most %d s and %d m apart%n",
                    row.points(),
                    row.snapMillis(),
                    row.firstMillis(),
                    row.warmMillis(),
                    (row.isExtrapolated() ? "~" : "") + Math.round(row.pairwiseMillis()),
                    table.isPresent() ? String.valueOf(Math.round(table.getAsDouble())) : "-",
                    row.pairwiseMillis() / row.warmMillis(),
                    row.sampledPairs(),
                    row.differing(),
                    row.secondsApart(),
                    row.metresApart());
        }
        return agree ? 0 : 1;
    }

    private List<MatrixRow> measure(Path folder) {
        Child.Ended ended = child.run(
                Child.java(
                        MatrixRun.class,
                        HEAP,
                        protobufOfTheRoads(),
                        List.of("routing-engine", "contracts", "graphhopper"),
                        List.of(
                                osm,
                                work.toString(),
                                points.stream().map(String::valueOf).collect(Collectors.joining(",")),
                                profile.key(),
                                String.valueOf(seed),
                                folder.toString())),
                LONGEST);
        List<MatrixRow> rows = ended.output()
                .lines()
                .map(MatrixRow::read)
                .flatMap(Optional::stream)
                .toList();
        if (rows.size() != points.size()) {
            throw new IllegalStateException("the measuring failed: " + ended.lastLines());
        }
        return rows;
    }

    /**
     * GraphHopper reads extracts with an older protobuf than the solver on our class path needs. The build puts it beside our
     * classes.
     */
    private static String protobufOfTheRoads() {
        try {
            Path classes = Path.of(MatrixBench.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolveSibling("roads-lib") + File.separator + "*";
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("our own classes cannot be found", impossible);
        }
    }

    private static List<Integer> points(String text) {
        try {
            List<Integer> points = Arrays.stream(text.split(","))
                    .map(Integer::valueOf)
                    .distinct()
                    .toList();
            if (points.stream().allMatch(count -> count >= POINTS_MIN && count <= POINTS_MAX)) {
                return points;
            }
        } catch (NumberFormatException notANumber) {
            throw new UsageException("--points: '" + text + "' is not a list of numbers such as 100,500");
        }
        throw new UsageException("--points: '" + text + "' has a number outside " + POINTS_MIN + " to " + POINTS_MAX);
    }

    private static VehicleProfile profile(String text) {
        try {
            return VehicleProfile.of(text);
        } catch (IllegalArgumentException unknown) {
            throw new UsageException("--" + unknown.getMessage());
        }
    }
}
