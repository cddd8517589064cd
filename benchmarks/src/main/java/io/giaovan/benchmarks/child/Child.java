package io.giaovan.benchmarks.child;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts processes one at a time, each bound to the same core where the system has {@code taskset}. JIT compiler and
 * garbage collector share that core with the program.
 */
public final class Child {
    private static final int LINES_QUOTED = 12;
    private static final double QUICK_SECONDS = 5;
    private static final String LOGGING = "-Dlogback.configurationFile=bench-logback.xml";

    private final List<String> pinning;
    private final String statement;

    private Child(List<String> pinning, String statement) {
        this.pinning = pinning;
        this.statement = statement;
    }

    /**
     * How a process ended.
     *
     * @param status its exit status, or -1 when it was stopped because it took too long
     * @param seconds wall-clock time from its start to its end
     * @param output what it printed, standard output and standard error together
     */
    public record Ended(int status, double seconds, String output) {
        /** The last lines of the output, for a report of trouble. */
        public String lastLines() {
            List<String> lines = output.lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_QUOTED), lines.size()));
        }
    }

    /** Binds to the last processor of the machine, which the system itself uses least. */
    public static Child onOneCore() {
        return onCore(Runtime.getRuntime().availableProcessors() - 1);
    }

    /** Binds to this processor, counted from 0. */
    public static Child onCore(int core) {
        Optional<Path> taskset = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "taskset"))
                .filter(Files::isExecutable)
                .findFirst();
        return taskset.map(program -> new Child(
                        List.of(program.toString(), "-c", String.valueOf(core)),
                        "pinned to core " + core + " by taskset"))
                .orElseGet(() -> new Child(List.of(), "NOT pinned to a core, because taskset was not found"));
    }

    /** Half a sentence on where processes run, for the head of a report. */
    public String statement() {
        return statement;
    }

    /**
     * The command that starts a main class of ours.
     *
     * @param heap as in {@code -Xmx}
     * @param first how jars begin that this program uses most: they are looked into before the others
     */
    public static List<String> java(Class<?> main, String heap, List<String> first, List<String> arguments) {
        return java(main, heap, List.of(), "", first, arguments);
    }

    /**
     * The same for a program that runs for so long only. A short one is over before the optimizing compiler has paid for
     * itself on a single core, so below {@value #QUICK_SECONDS} seconds it has the quick compiler alone, as with {@code
     * giaovan solve}.
     */
    public static List<String> java(
            Class<?> main, String heap, double seconds, List<String> first, List<String> arguments) {
        List<String> compiler = seconds < QUICK_SECONDS ? List.of("-XX:TieredStopAtLevel=1") : List.of();
        return java(main, heap, compiler, "", first, arguments);
    }

    /**
     * The same with a class path of its own in front, whose classes hide those of the same name behind it.
     *
     * @param before entries as on a class path; blank for none
     */
    public static List<String> java(
            Class<?> main, String heap, String before, List<String> first, List<String> arguments) {
        return java(main, heap, List.of(), before, first, arguments);
    }

    private static List<String> java(
            Class<?> main,
            String heap,
            List<String> options,
            String before,
            List<String> first,
            List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                LOGGING,
                "-cp",
                before.isBlank() ? classPath(first) : before + File.pathSeparator + classPath(first),
                main.getName()));
        command.addAll(1, options);
        command.addAll(arguments);
        return command;
    }

    private static String classPath(List<String> first) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .sorted(Comparator.comparingInt(entry -> rank(entry, first)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int rank(String entry, List<String> first) {
        if (Files.isDirectory(Path.of(entry))) {
            return -1;
        }
        String name = entry.substring(entry.lastIndexOf(File.separatorChar) + 1);
        for (int i = 0; i < first.size(); i++) {
            if (name.startsWith(first.get(i))) {
                return i;
            }
        }
        return first.size();
    }

    /** Runs a command to its end, or stops it after a time. */
    public Ended run(List<String> command, Duration longest) {
        List<String> pinned = new ArrayList<>(pinning);
        pinned.addAll(command);
        try {
            Path output = Files.createTempFile("giaovan-bench", ".log");
            try {
                long begin = System.nanoTime();
                Process process = new ProcessBuilder(pinned)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                boolean ended = process.waitFor(longest.toNanos(), TimeUnit.NANOSECONDS);
                double seconds = (System.nanoTime() - begin) / 1e9;
                if (!ended) {
                    process.destroyForcibly().waitFor();
                }
                return new Ended(
                        ended ? process.exitValue() : -1,
                        seconds,
                        Files.readString(output, StandardCharsets.ISO_8859_1));
            } finally {
                Files.delete(output);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("a process cannot be started: " + command.getFirst(), broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a process ran", stop);
        }
    }
}
