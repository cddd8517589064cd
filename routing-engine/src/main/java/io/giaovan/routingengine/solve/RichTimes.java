package io.giaovan.routingengine.solve;

import java.util.Arrays;

/**
 * Times along a route where more than one window a stop is in play, a row a position: for each number k of breaks taken,
 * the earliest time ready to leave and the latest arrival; and, along the schedule that ends first, the pieces from which
 * the length of a changed route follows in constant time. With {@code breaks} below 0 it is absent and costs nothing.
 */
final class RichTimes {
    // columns along the chosen schedule
    /** Breaks taken on arrival. */
    static final int BREAKS = 0;
    /** From the start to here, work done: time without waiting. */
    static final int ELAPSED = 1;
    /** Earliest time ready to leave, whatever the departure from the start. */
    static final int EARLIEST = 2;
    /** Latest departure from the start that puts nothing off. */
    static final int DEPART_BY = 3;
    /** From arrival here to the end: time without waiting. */
    static final int AFTER = 4;
    /** Earliest time at the end, whatever the arrival here. */
    static final int EARLIEST_END = 5;
    /** When the goods of the trip that begins here are ready. */
    static final int RELEASE = 6;
    /** Bit k: the k-th break is taken right after this position to have k of them taken. */
    static final int VIA = 7;

    /** Time spent here, set-up included. */
    static final int STAY = 8;
    /** When the window opens in which work begins here. */
    static final int OPENS = 9;

    /** Latest arrival, breaks taken as chosen, from which on a stop here or later is late. */
    static final int PUNCTUAL = 10;

    /** The first column of the first level; level k holds what is true with k breaks taken. */
    static final int LEVELS = 11;

    // columns within a level
    /** Earliest time ready to leave, {@link FlatProblem#NEVER} if impossible. */
    static final int READY = 0;
    /** Start of work. */
    static final int WORK = 1;
    /** Latest arrival, below 0 if impossible. */
    static final int LATEST = 2;

    static final int LEVEL = 3;

    final int breaks;
    /** Columns of a row. */
    final int width;

    int[] cell = {};

    int start;
    int end;
    int seconds;
    long lateUnits;
    /** What the route costs for its time: hours, overtime, balance; without lateness. */
    long timeUnits;

    RichTimes(int breaks) {
        this.breaks = breaks;
        width = breaks < 0 ? 0 : LEVELS + LEVEL * (breaks + 1);
    }

    int breaksAt(int position) {
        return cell[position * width + BREAKS];
    }

    void ensure(int positions) {
        if (positions * width > cell.length) {
            cell = Arrays.copyOf(cell, (positions + positions / 2 + 8) * width);
        }
    }

    void copyFrom(RichTimes other, int positions) {
        if (breaks < 0) {
            return;
        }
        System.arraycopy(other.cell, 0, cell, 0, positions * width);
        start = other.start;
        end = other.end;
        seconds = other.seconds;
        lateUnits = other.lateUnits;
        timeUnits = other.timeUnits;
    }

    /** Moves the row of a position to an earlier one. */
    void move(int position, int to) {
        System.arraycopy(cell, position * width, cell, to * width, width);
    }

    /** Makes room for a position; what its row holds is left to the caller. */
    void open(int position, int positions) {
        if (breaks >= 0) {
            System.arraycopy(cell, position * width, cell, (position + 1) * width, (positions - position) * width);
        }
    }
}
