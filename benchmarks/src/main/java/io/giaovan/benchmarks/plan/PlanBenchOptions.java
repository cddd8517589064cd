package io.giaovan.benchmarks.plan;

import io.giaovan.benchmarks.plan.peer.Solver;
import io.giaovan.benchmarks.plan.task.TaskFile;
import io.giaovan.standalone.command.Options;
import io.giaovan.standalone.command.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code bench plan} was asked for.
 *
 * @param instances folder with instances and best known values
 * @param files instances to run
 * @param seconds time limits
 * @param seeds one run each
 * @param peers solvers beside ours
 * @param peersNamed whether the peers were named one by one, so that none may be missing
 * @param oursToo whether our solver runs
 * @param from results of earlier runs, which are not made again
 * @param cores processors to use, a run at a time on each
 * @param out folder for results
 * @param python interpreter for the peers that need one
 */
record PlanBenchOptions(
        Path instances,
        List<Path> files,
        List<Double> seconds,
        List<Long> seeds,
        List<Solver> peers,
        boolean peersNamed,
        boolean oursToo,
        List<Path> from,
        List<Integer> cores,
        Path out,
        Optional<Path> python) {
    private static final int FILES_MAX = 500;
    private static final double SECONDS_MAX = 3_600;
    private static final double SECONDS_MIN = 0.1;
    private static final int LIST_MAX = 20;

    static PlanBenchOptions read(List<String> arguments) {
        Options options = Options.read(
                arguments,
                List.of("instances", "seconds", "seeds", "peers", "only", "from", "cores", "out", "python"),
                List.of("peers-only"));
        Path folder = Path.of(options.find("instances")
                .orElseThrow(() -> new UsageException("--instances: a folder with benchmark files must be given")));
        String peers = options.find("peers").orElse("all");
        boolean named = !peers.equals("all") && !peers.equals("none");
        return new PlanBenchOptions(
                folder,
                files(folder, options.find("only")),
                list("seconds", options.find("seconds").orElse("1")).stream()
                        .map(PlanBenchOptions::seconds)
                        .toList(),
                list("seeds", options.find("seeds").orElse("1")).stream()
                        .map(PlanBenchOptions::seed)
                        .toList(),
                peers(peers),
                named,
                !options.has("peers-only"),
                options.find("from").stream()
                        .flatMap(files -> list("from", files).stream())
                        .map(Path::of)
                        .toList(),
                cores(options.find("cores")),
                Path.of(options.find("out").orElse("target/bench")),
                options.find("python").map(PlanBenchOptions::program));
    }

    private static List<Solver> peers(String text) {
        return switch (text) {
            case "all" -> Solver.peers();
            case "none" -> List.of();
            default -> {
                try {
                    yield list("peers", text).stream()
                            .map(Solver::peer)
                            .distinct()
                            .toList();
                } catch (IllegalArgumentException unknown) {
                    throw new UsageException("--peers: " + unknown.getMessage() + "; or all, or none");
                }
            }
        };
    }

    private static List<Path> files(Path folder, Optional<String> only) {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder, 3)) {
            all = found.filter(file -> file.toString().matches(".*\\.(vrp|txt)"))
                    .sorted()
                    .limit(FILES_MAX)
                    .toList();
        } catch (IOException broken) {
            throw new UsageException("--instances: " + folder + " cannot be read");
        }
        if (all.isEmpty()) {
            throw new UsageException("--instances: " + folder + " has no .vrp or .txt file");
        }
        if (only.isEmpty()) {
            return all;
        }
        Set<String> wanted = new LinkedHashSet<>(list("only", only.get()));
        List<Path> chosen = all.stream()
                .filter(file -> wanted.contains(TaskFile.nameOf(file)))
                .toList();
        chosen.forEach(file -> wanted.remove(TaskFile.nameOf(file)));
        if (!wanted.isEmpty()) {
            throw new UsageException("--only: " + String.join(", ", wanted) + " is not in " + folder);
        }
        return chosen;
    }

    private static List<String> list(String option, String text) {
        List<String> parts =
                Arrays.stream(text.split(",")).map(String::strip).distinct().toList();
        if (parts.isEmpty() || parts.size() > (option.equals("only") ? FILES_MAX : LIST_MAX)) {
            throw new UsageException("--" + option + ": '" + text + "' has " + parts.size() + " entries, at most "
                    + (option.equals("only") ? FILES_MAX : LIST_MAX) + " are allowed");
        }
        return parts;
    }

    private static double seconds(String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds >= SECONDS_MIN && seconds <= SECONDS_MAX) {
                return seconds;
            }
        } catch (NumberFormatException notANumber) {
            throw new UsageException("--seconds: '" + text + "' is not a number such as 10");
        }
        throw new UsageException("--seconds: " + text + " is outside " + SECONDS_MIN + " to " + SECONDS_MAX);
    }

    private static long seed(String text) {
        try {
            long seed = Long.parseLong(text);
            if (seed >= 0 && seed <= Integer.MAX_VALUE) {
                return seed;
            }
        } catch (NumberFormatException notANumber) {
            throw new UsageException("--seeds: '" + text + "' is not a whole number");
        }
        throw new UsageException("--seeds: " + text + " is outside 0 to " + Integer.MAX_VALUE);
    }

    /** The last processor, which the system itself uses least, unless others are named. */
    private static List<Integer> cores(Optional<String> text) {
        int processors = Runtime.getRuntime().availableProcessors();
        List<Integer> cores = new ArrayList<>();
        for (String core : list("cores", text.orElse(String.valueOf(processors - 1)))) {
            if (!core.matches("\\d{1,4}") || Integer.parseInt(core) >= processors) {
                throw new UsageException("--cores: '" + core + "' is not one of 0 to " + (processors - 1));
            }
            cores.add(Integer.valueOf(core));
        }
        return cores;
    }

    private static Path program(String text) {
        Path program = Path.of(text);
        if (!Files.isExecutable(program)) {
            throw new UsageException("--python: " + text + " is not a program that can be started");
        }
        return program.toAbsolutePath();
    }
}
