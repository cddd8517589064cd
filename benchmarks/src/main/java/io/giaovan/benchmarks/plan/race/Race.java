package io.giaovan.benchmarks.plan.race;

import io.giaovan.benchmarks.child.Child;
import io.giaovan.benchmarks.plan.peer.PeerRun;
import io.giaovan.benchmarks.plan.peer.Solver;
import io.giaovan.benchmarks.plan.task.RouteJudge;
import io.giaovan.benchmarks.plan.task.RouteText;
import io.giaovan.benchmarks.plan.task.Task;
import io.giaovan.benchmarks.plan.task.TaskFile;
import io.giaovan.benchmarks.plan.task.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts solvers and has their answers judged. */
public final class Race {
    private static final String HEAP = "2g";
    /** A run that is still going after this many times its limit, and some, is ended without an answer. */
    private static final double PATIENCE = 3;

    private static final double PATIENCE_SECONDS = 30;

    private final Child child;
    private final @Nullable Path python;

    /** With the Python to use, or null when there is none. */
    public Race(Child child, @Nullable Path python) {
        this.child = child;
        this.python = python;
    }

    /** Whether a solver can run here; the reason when it cannot, or nothing. */
    public String missing(Solver solver) {
        if (!solver.needsPython()) {
            return "";
        }
        if (python == null) {
            return "no --python was given";
        }
        Child.Ended ended =
                child.run(List.of(python.toString(), "-c", "import numpy, " + solver.key()), Duration.ofSeconds((long)
                        PATIENCE_SECONDS));
        return ended.status() == 0 ? "" : python + " cannot import it";
    }

    /** Makes one run. */
    public Outcome run(Entry entry) throws IOException {
        Task task = entry.task();
        Solver solver = entry.solver();
        double seconds = entry.seconds();
        long seed = entry.seed();
        Path folder = Files.createTempDirectory("giaovan-race");
        try {
            Path answer = folder.resolve("answer.sol");
            Duration longest = Duration.ofMillis((long) ((seconds * PATIENCE + PATIENCE_SECONDS) * 1000));
            List<String> command = solver.needsPython()
                    ? python(folder, task, solver, seconds, seed, answer)
                    : java(entry.file(), solver, seconds, seed, answer);
            Child.Ended ended = child.run(command, longest);
            return new Outcome(
                    TaskFile.nameOf(entry.file()),
                    task.convention(),
                    solver,
                    seconds,
                    seed,
                    verdict(task, ended, answer),
                    ended.seconds());
        } finally {
            for (String name : List.of("answer.sol", "task.txt", "matrix.bin", "peers.py")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static Verdict verdict(Task task, Child.Ended ended, Path answer) throws IOException {
        if (ended.status() == -1) {
            return new Verdict.Unlawful("no answer: stopped after " + Math.round(ended.seconds()) + " s");
        }
        if (ended.status() != 0 || !Files.exists(answer)) {
            return new Verdict.Unlawful("no answer: exit status " + ended.status() + ", " + ended.lastLines());
        }
        try {
            List<int[]> routes = RouteText.read(Files.readString(answer));
            return routes.isEmpty() ? new Verdict.Unlawful("no answer") : RouteJudge.judge(task, routes);
        } catch (IllegalArgumentException unreadable) {
            return new Verdict.Unlawful(String.valueOf(unreadable.getMessage()));
        }
    }

    private static List<String> java(Path file, Solver solver, double seconds, long seed, Path answer) {
        return Child.java(
                PeerRun.class,
                HEAP,
                seconds,
                solver.jars(),
                List.of(
                        solver.name(),
                        file.toString(),
                        String.valueOf(seconds),
                        String.valueOf(seed),
                        String.valueOf(System.currentTimeMillis()),
                        answer.toString()));
    }

    private List<String> python(Path folder, Task task, Solver solver, double seconds, long seed, Path answer)
            throws IOException {
        Path script = folder.resolve("peers.py");
        try (InputStream source =
                Objects.requireNonNull(Race.class.getResourceAsStream("/peers/peers.py"), "peers.py is missing")) {
            Files.copy(source, script);
        }
        Path nodes = Files.writeString(folder.resolve("task.txt"), nodes(task));
        Path matrix = Files.write(folder.resolve("matrix.bin"), bytes(task.distance()));
        return List.of(
                String.valueOf(python),
                script.toString(),
                solver.name(),
                nodes.toString(),
                matrix.toString(),
                String.valueOf(seconds),
                String.valueOf(seed),
                String.valueOf(System.currentTimeMillis()),
                answer.toString());
    }

    private static String nodes(Task task) {
        List<String> lines = new ArrayList<>();
        lines.add(task.size() + " " + task.capacity() + " " + task.fleetToOffer() + " " + (task.hasWindows() ? 1 : 0));
        for (int i = 0; i < task.size(); i++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s %s %d %d %d %d %d %d",
                    task.x()[i],
                    task.y()[i],
                    task.demand()[i],
                    task.ready()[i],
                    Math.min(task.due()[i], task.due()[0]),
                    task.service()[i],
                    task.delivery()[i],
                    task.pickup()[i]));
        }
        return String.join("\n", lines);
    }

    private static byte[] bytes(int[] numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(numbers);
        return buffer.array();
    }
}
