package io.giaovan.benchmarks.plan.peer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The solvers that can be compared. */
public enum Solver {
    GIAOVAN(true, false, List.of("routing-engine", "contracts", "optaplanner-core-impl")),
    ORTOOLS(false, false, List.of("ortools", "protobuf-java", "jna")),
    JSPRIT(true, false, List.of("jsprit", "commons-math3", "slf4j", "logback")),
    TIMEFOLD(true, false, List.of("timefold", "slf4j", "logback")),
    OPTAPLANNER(true, false, List.of("optaplanner", "slf4j", "logback")),
    PYVRP(true, true, List.of()),
    VROOM(false, true, List.of());

    private final boolean takesSeed;
    private final boolean needsPython;
    private final List<String> jars;

    Solver(boolean takesSeed, boolean needsPython, List<String> jars) {
        this.takesSeed = takesSeed;
        this.needsPython = needsPython;
        this.jars = jars;
    }

    /** Whether another seed can give another answer. */
    public boolean takesSeed() {
        return takesSeed;
    }

    public boolean needsPython() {
        return needsPython;
    }

    /** How the jars begin that it is made of, to be found first on the class path. */
    public List<String> jars() {
        return jars;
    }

    /** Lower-case name, as it appears in options and tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All but ours. */
    public static List<Solver> peers() {
        return Arrays.stream(values()).filter(solver -> solver != GIAOVAN).toList();
    }

    /** Reads {@link #key()} of a peer. */
    public static Solver peer(String key) {
        return among(peers(), key);
    }

    /** Reads {@link #key()}. */
    public static Solver of(String key) {
        return among(List.of(values()), key);
    }

    private static Solver among(List<Solver> solvers, String key) {
        return solvers.stream()
                .filter(solver -> solver.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is not one of "
                        + solvers.stream().map(Solver::key).collect(Collectors.joining(", "))));
    }
}
