package io.giaovan.benchmarks.plan;

import io.giaovan.standalone.command.Options;
import io.giaovan.standalone.command.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The command {@code bench plan}: searches every instance of a folder for given times and seeds and prints the gap to the
 * best known value, which it reads from {@code bks.csv} in the folder where there is one.
 */
public final class PlanBench {
    private static final int INSTANCES_MAX = 200;

    private PlanBench() {}

    /** Returns 0, or 1 when a plan was unlawful. */
    public static int run(List<String> arguments, PrintStream out) {
        Options options = Options.read(arguments, List.of("instances", "seconds", "seeds"), List.of());
        Path folder = Path.of(options.find("instances")
                .orElseThrow(() -> new UsageException("--instances: a folder with benchmark files must be given")));
        List<Double> seconds = numbers(options.find("seconds").orElse("1"), "seconds");
        List<Double> seeds = numbers(options.find("seeds").orElse("1"), "seeds");
        Map<String, Double> best = bestKnown(folder);
        out.printf(
                Locale.ROOT,
                "%s, JDK %s, %d processors%n",
                System.getProperty("os.arch"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        out.printf("%-18s %8s %12s %9s %8s %s%n", "instance", "seconds", "mean cost", "vehicles", "gap %", "lawful");
        boolean allLawful = true;
        for (double limit : seconds) {
            List<Double> gaps = new ArrayList<>();
            for (Path file : files(folder)) {
                List<Run> runs = seeds.stream()
                        .map(seed -> child(file, limit, seed.longValue()))
                        .toList();
                String name = file.getFileName().toString().replaceFirst("\\.(vrp|txt)$", "");
                double mean = runs.stream().mapToDouble(Run::cost).average().orElseThrow();
                boolean lawful = runs.stream().allMatch(Run::lawful);
                allLawful &= lawful;
                Double known = best.get(name.toLowerCase(Locale.ROOT));
                OptionalDouble gap =
                        known == null ? OptionalDouble.empty() : OptionalDouble.of(100 * (mean - known) / known);
                gap.ifPresent(gaps::add);
                out.printf(
                        Locale.ROOT,
                        "%-18s %8.1f %12.1f %9.1f %8s %s%n",
                        name,
                        limit,
                        mean,
                        runs.stream().mapToInt(Run::vehicles).average().orElseThrow(),
                        gap.isPresent() ? String.format(Locale.ROOT, "%.2f", gap.getAsDouble()) : "-",
                        lawful);
            }
            gaps.stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .ifPresent(gap -> out.printf(
                            Locale.ROOT, "mean gap at %.1f s: %.2f %% over %d instances%n", limit, gap, gaps.size()));
        }
        return allLawful ? 0 : 1;
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder, 3)) {
            return all.filter(file -> file.toString().matches(".*\\.(vrp|txt)"))
                    .sorted()
                    .limit(INSTANCES_MAX)
                    .toList();
        } catch (IOException broken) {
            throw new UsageException("--instances: " + folder + " cannot be read");
        }
    }

    /** Best known costs by lower-case name; empty where the folder has none. */
    static Map<String, Double> bestKnown(Path folder) {
        Path file = folder.resolve("bks.csv");
        Map<String, Double> best = new HashMap<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    String[] parts = line.split(",");
                    if (parts.length > 2 && parts[2].matches("[0-9.]+")) {
                        best.put(parts[0].toLowerCase(Locale.ROOT), Double.parseDouble(parts[2]));
                    }
                }
            }
            return best;
        } catch (IOException broken) {
            throw new UncheckedIOException(file + " cannot be read", broken);
        }
    }

    private static Run child(Path file, double seconds, long seed) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Run.class.getName(),
                file.toString(),
                Double.toString(seconds),
                Long.toString(seed));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the search of " + file.getFileName() + " failed");
            }
            return Run.read(answer);
        } catch (IOException broken) {
            throw new UncheckedIOException("a search cannot be started", broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    private static List<Double> numbers(String text, String option) {
        try {
            List<Double> numbers =
                    Arrays.stream(text.split(",")).map(Double::parseDouble).toList();
            if (numbers.stream().allMatch(number -> number > 0 && number <= 3_600)) {
                return numbers;
            }
        } catch (NumberFormatException notANumber) {
            throw new UsageException("--" + option + ": '" + text + "' is not a list of numbers such as 1,10");
        }
        throw new UsageException("--" + option + ": '" + text + "' has a number outside 0 to 3600");
    }
}
