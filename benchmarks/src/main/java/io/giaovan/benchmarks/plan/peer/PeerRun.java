package io.giaovan.benchmarks.plan.peer;

import io.giaovan.benchmarks.plan.peer.optaplanner.OptaPlannerStock;
import io.giaovan.benchmarks.plan.peer.timefold.TimefoldStock;
import io.giaovan.benchmarks.plan.task.RouteText;
import io.giaovan.benchmarks.plan.task.Task;
import io.giaovan.benchmarks.plan.task.TaskFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The main class of a run in a JVM of its own: SOLVER FILE SECONDS SEED BEGIN_MILLIS ANSWER_FILE. */
public final class PeerRun {
    private PeerRun() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        Deadline deadline = new Deadline(Long.parseLong(arguments[4]), Double.parseDouble(arguments[2]));
        long seed = Long.parseLong(arguments[3]);
        List<int[]> routes = switch (Solver.valueOf(arguments[0])) {
            case GIAOVAN -> OwnSolver.solve(file, deadline, seed);
            case ORTOOLS -> solve(new OrTools(), file, deadline, seed);
            case JSPRIT -> solve(new Jsprit(), file, deadline, seed);
            case TIMEFOLD ->
                solve((task, until, number) -> TimefoldStock.solve(task, until::left, number), file, deadline, seed);
            case OPTAPLANNER ->
                solve((task, until, number) -> OptaPlannerStock.solve(task, until::left, number), file, deadline, seed);
            case PYVRP, VROOM -> throw new IllegalArgumentException(arguments[0] + " runs in Python");
        };
        Files.writeString(Path.of(arguments[5]), RouteText.write(routes));
        // some solvers leave threads behind that would keep the process alive
        System.exit(0);
    }

    private static List<int[]> solve(Peer peer, Path file, Deadline deadline, long seed) throws IOException {
        Task task = TaskFile.read(file);
        return peer.solve(task, deadline, seed);
    }
}
