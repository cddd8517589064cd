package io.giaovan.routingengine.solve;

/**
 * Times along a route where more than one window a stop is in play: for each number k of breaks taken, the earliest time
 * ready to leave a position and the latest arrival; and, along the schedule that ends first, the pieces from which the
 * length of a changed route follows in constant time. With {@code breaks} below 0 it is absent and costs nothing.
 */
final class RichTimes {
    final int breaks;
    /** [k][position]: earliest time ready to leave with k breaks taken, {@link FlatProblem#NEVER} if impossible. */
    int[][] readyBy = {};
    /** [k][position]: latest arrival with k breaks taken, below 0 if impossible. */
    int[][] latestBy = {};
    /** [k][position]: start of work. */
    int[][] workBy = {};
    /** [k][position]: whether the k-th break is taken right after this position. */
    boolean[][] viaBreak = {};

    /** Breaks taken on arrival at a position, along the chosen schedule. */
    int[] breaksAt = {};
    // start to position along the chosen schedule: time without waiting, earliest ready, latest departure from the
    // start
    int[] elapsed = {};
    int[] earliest = {};
    int[] departBy = {};
    // arrival at a position to the end: time without waiting, earliest end
    int[] elapsedAfter = {};
    int[] earliestEnd = {};

    int start;
    int end;
    int breaksAtEnd;
    int seconds;
    long lateUnits;
    /** What the route costs for its time: hours, overtime, balance; without lateness. */
    long timeUnits;

    RichTimes(int breaks) {
        this.breaks = breaks;
        if (breaks >= 0) {
            readyBy = new int[breaks + 1][0];
            latestBy = new int[breaks + 1][0];
            workBy = new int[breaks + 1][0];
            viaBreak = new boolean[breaks + 1][0];
        }
    }

    void ensure(int positions) {
        if (breaks < 0 || positions <= elapsed.length) {
            return;
        }
        int capacity = positions + positions / 2 + 8;
        for (int k = 0; k <= breaks; k++) {
            readyBy[k] = new int[capacity];
            latestBy[k] = new int[capacity];
            workBy[k] = new int[capacity];
            viaBreak[k] = new boolean[capacity];
        }
        breaksAt = new int[capacity];
        elapsed = new int[capacity];
        earliest = new int[capacity];
        departBy = new int[capacity];
        elapsedAfter = new int[capacity];
        earliestEnd = new int[capacity];
    }

    void copyFrom(RichTimes other, int positions) {
        if (breaks < 0) {
            return;
        }
        for (int k = 0; k <= breaks; k++) {
            System.arraycopy(other.readyBy[k], 0, readyBy[k], 0, positions);
            System.arraycopy(other.latestBy[k], 0, latestBy[k], 0, positions);
            System.arraycopy(other.workBy[k], 0, workBy[k], 0, positions);
            System.arraycopy(other.viaBreak[k], 0, viaBreak[k], 0, positions);
        }
        System.arraycopy(other.breaksAt, 0, breaksAt, 0, positions);
        System.arraycopy(other.elapsed, 0, elapsed, 0, positions);
        System.arraycopy(other.earliest, 0, earliest, 0, positions);
        System.arraycopy(other.departBy, 0, departBy, 0, positions);
        System.arraycopy(other.elapsedAfter, 0, elapsedAfter, 0, positions);
        System.arraycopy(other.earliestEnd, 0, earliestEnd, 0, positions);
        start = other.start;
        end = other.end;
        breaksAtEnd = other.breaksAtEnd;
        seconds = other.seconds;
        lateUnits = other.lateUnits;
        timeUnits = other.timeUnits;
    }
}
