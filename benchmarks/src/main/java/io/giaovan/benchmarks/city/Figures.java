package io.giaovan.benchmarks.city;

import java.io.PrintStream;
import java.util.Locale;

/** Prints one line per figure, with its goal where it has one. */
final class Figures {
    private final PrintStream out;

    Figures(PrintStream out) {
        this.out = out;
    }

    /** A figure that should be at most a goal. */
    void atMost(String name, double measured, double goal, String unit) {
        out.printf(
                Locale.ROOT,
                "%-52s %9.2f %-2s   at most %s %s%s%n",
                name,
                measured,
                unit,
                number(goal),
                unit,
                measured <= goal ? "" : ", missed");
    }

    /** A figure for the reader. */
    void note(String name, double measured, String unit) {
        out.printf(Locale.ROOT, "%-52s %9.2f %-2s%n", name, measured, unit);
    }

    private static String number(double goal) {
        return goal == Math.rint(goal) ? Long.toString((long) goal) : Double.toString(goal);
    }
}
