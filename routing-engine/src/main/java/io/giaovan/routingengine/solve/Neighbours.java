package io.giaovan.routingengine.solve;

import java.util.Arrays;

/** For each stop the others, nearest first. */
final class Neighbours {
    /** By distance alone: who is removed together. */
    final int[][] byDistance;
    /** By distance plus the waiting and lateness that going from one to the other brings: beside whom to insert. */
    final int[][] byFit;

    Neighbours(FlatProblem flat, int count) {
        int n = flat.stops;
        int keep = Math.min(count, Math.max(0, n - 1));
        byDistance = new int[n][];
        boolean windows = flat.timeBinds;
        byFit = windows ? new int[n][] : byDistance;
        double metresPerSecond = windows ? metresPerSecond(flat) : 0;
        long[] near = new long[n];
        long[] fit = new long[n];
        for (int i = 0; i < n && flat.vehicles > 0; i++) {
            int[] metres = flat.metres[0];
            int[] metresTo = flat.metresTo[0];
            int[] seconds = flat.seconds[0];
            int[] secondsTo = flat.secondsTo[0];
            int row = flat.place[i] * flat.places;
            int filled = 0;
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    int arc = row + flat.place[j];
                    near[filled] = ((long) Math.min(metres[arc], metresTo[arc]) << 24) | j;
                    if (windows) {
                        double there = metres[arc] + metresPerSecond * misfit(flat, i, j, seconds[arc]);
                        double back = metresTo[arc] + metresPerSecond * misfit(flat, j, i, secondsTo[arc]);
                        fit[filled] = ((long) Math.min(there, back) << 24) | j;
                    }
                    filled++;
                }
            }
            byDistance[i] = nearest(near, filled, keep);
            if (windows) {
                byFit[i] = nearest(fit, filled, keep);
            }
        }
        for (int i = 0; i < n && flat.vehicles == 0; i++) {
            byDistance[i] = new int[0];
            byFit[i] = new int[0];
        }
    }

    /** A fifth of the waiting and all of the lateness on the way from i to j at best. */
    private static double misfit(FlatProblem flat, int i, int j, int driving) {
        long way = driving + (long) flat.service[0][i];
        long wait = Math.max(0, (long) flat.early[0][j] - way - flat.late[0][i]);
        long late = Math.max(0, (long) flat.early[0][i] + way - flat.late[0][j]);
        return 0.2 * wait + late;
    }

    private static double metresPerSecond(FlatProblem flat) {
        double metres = 1;
        double seconds = 1;
        int step = Math.max(1, flat.stops / 50);
        for (int i = 0; i < flat.stops; i += step) {
            for (int j = 0; j < flat.stops; j += step) {
                int arc = flat.place[i] * flat.places + flat.place[j];
                if (flat.seconds[0][arc] < io.giaovan.routingengine.travel.TravelMatrix.UNREACHABLE) {
                    metres += flat.metres[0][arc];
                    seconds += flat.seconds[0][arc];
                }
            }
        }
        return metres / seconds;
    }

    private static int[] nearest(long[] keys, int filled, int keep) {
        if (keep < filled) {
            select(keys, filled, keep);
        }
        Arrays.sort(keys, 0, keep);
        int[] result = new int[keep];
        for (int k = 0; k < keep; k++) {
            result[k] = (int) (keys[k] & 0xFFFFFF);
        }
        return result;
    }

    /** Brings the smallest {@code keep} keys to the front (Hoare's selection). */
    private static void select(long[] keys, int filled, int keep) {
        int low = 0;
        int high = filled - 1;
        while (low < high) {
            long pivot = keys[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (keys[i] < pivot) {
                    i++;
                }
                while (keys[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long swap = keys[i];
                    keys[i++] = keys[j];
                    keys[j--] = swap;
                }
            }
            if (keep - 1 <= j) {
                high = j;
            } else if (keep - 1 >= i) {
                low = i;
            } else {
                return;
            }
        }
    }
}
