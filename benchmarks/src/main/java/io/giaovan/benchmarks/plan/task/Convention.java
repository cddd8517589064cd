package io.giaovan.benchmarks.plan.task;

import java.util.Arrays;

/** How distances are rounded and what is minimised; values of different conventions are never compared. */
public enum Convention {
    /** Uchoa et al. 2017: each distance rounded to the nearest whole number, fleet size free. */
    X("X:", 1, "X, rounded"),
    /** DIMACS 2022 with time windows: distances and times cut after one decimal, distance only. */
    DIMACS("DIMACS:", 10, "DIMACS, truncated x10"),
    /**
     * Pickup and delivery of Li and Lim, in DIMACS' arithmetic and for distance only. Published values put vehicles first
     * and do not round, so there is none to compare with.
     */
    LI_LIM_DISTANCE("", 10, "Li & Lim, truncated x10");

    private final String rowsBeginWith;
    private final int scale;
    private final String label;

    Convention(String rowsBeginWith, int scale, String label) {
        this.rowsBeginWith = rowsBeginWith;
        this.scale = scale;
        this.label = label;
    }

    /** Whole units of a {@link Task} in one unit of the file. */
    public int scale() {
        return scale;
    }

    /** A few words for tables. */
    public String label() {
        return label;
    }

    /** The one of a {@link #label()}. */
    public static Convention labelled(String label) {
        return Arrays.stream(values())
                .filter(convention -> convention.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + label + "' is no convention"));
    }

    /** Whether a row of best known values is stated in this convention. */
    boolean matches(String statedConvention) {
        return !rowsBeginWith.isEmpty() && statedConvention.startsWith(rowsBeginWith);
    }

    int distance(double x, double y) {
        // many times quicker than hypot, which would be charged to every solver in a JVM
        double exact = Math.sqrt(x * x + y * y);
        return (int) (this == X ? Math.floor(exact + 0.5) : Math.floor(exact * scale));
    }
}
