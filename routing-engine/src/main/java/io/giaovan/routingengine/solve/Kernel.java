package io.giaovan.routingengine.solve;

import io.giaovan.routingengine.model.Plan;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Runs the search for one problem from the first plan to the last, within its limits. */
final class Kernel {
    /** Temperature at the start and at the end, in shares of the mean cost of an arc of the first plan. */
    private static final double WARMEST = 0.6;

    private static final double COOLEST = 0.03;

    private static final int ROUNDS_BETWEEN_LOOKS = 16;
    /** Rounds or time a stop from which on prices may be softened for a part of a search. */
    private static final long LONG_ROUNDS = 500;

    private static final long LONG_NANOS = 4_000_000;
    /** How many times as much the temperature needs to fall once more. */
    private static final long FALL = 3;
    /** Share of the time for putting routes together, after each fall. */
    private static final double RECOMBINING = 0.02;

    private final FlatProblem flat;
    private final Search search;
    private final LongSupplier nanoTicks;
    private final BooleanSupplier cancelled;
    private final Heard listener;

    /** Hears of rounds and best cost while the search runs. */
    @FunctionalInterface
    interface Heard {
        void heard(Search search);
    }

    Kernel(FlatProblem flat, long seed, LongSupplier nanoTicks, BooleanSupplier cancelled, Heard listener) {
        this.flat = flat;
        this.nanoTicks = nanoTicks;
        this.cancelled = cancelled;
        this.listener = listener;
        search = new Search(flat, seed);
    }

    /** Searches until the tick or the number of rounds is reached, and gives the best plan's nodes per vehicle. */
    int[][] run(int[][] warm, long startTick, long endTick, long roundsMax) {
        search.construct(warm);
        if (flat.stops == 0 || flat.vehicles == 0) {
            return search.best;
        }
        double arc = (double) search.routes.metreUnitsInUse() / (flat.stops + search.routesInUse());
        double hot = Math.max(1, WARMEST * arc);
        double cold = Math.max(0.01, COOLEST * arc);
        boolean byRounds = roundsMax < SolveLimits.NO_ROUND_LIMIT;
        long lengths = byRounds
                ? roundsMax / (LONG_ROUNDS * flat.stops)
                : (endTick - nanoTicks.getAsLong()) / (LONG_NANOS * flat.stops);
        boolean isSoft = flat.problem.warmStart() == null && lengths > 0;
        Cooling cooling = new Cooling(hot, cold, lengths / FALL);
        if (cooling.falls() > 1) {
            search.remember();
        }
        int fall = -1;
        boolean isRecombined = false;
        double temperature = hot;
        long from = nanoTicks.getAsLong();
        long nextNews = from;
        while (search.rounds < roundsMax) {
            if (search.rounds % ROUNDS_BETWEEN_LOOKS == 0) {
                long now = nanoTicks.getAsLong();
                if (now >= endTick || cancelled.getAsBoolean()) {
                    break;
                }
                double share = byRounds
                        ? (double) search.rounds / roundsMax
                        : (double) (now - from) / Math.max(1, endTick - from);
                temperature = cooling.temperature(share);
                if (cooling.fall(share) > fall) {
                    if (fall >= 0) {
                        recombine(byRounds, from, endTick);
                    }
                    fall = cooling.fall(share);
                    search.begin(isSoft && (fall == 0 || fall < cooling.falls() - 1));
                }
                if (share >= 1 - RECOMBINING && !isRecombined) {
                    isRecombined = true;
                    recombine(byRounds, from, endTick);
                }
                search.soften(cooling.within(share));
                if (now >= nextNews) {
                    listener.heard(search);
                    nextNews = now + 250_000_000L;
                }
            }
            search.round(temperature);
        }
        return search.best;
    }

    /** Looks for a better plan among the routes so far, in a small share of the time; half of that for prices. */
    private void recombine(boolean byRounds, long from, long endTick) {
        long most = byRounds ? Long.MAX_VALUE / 2 : (long) (RECOMBINING * (endTick - from));
        long now = nanoTicks.getAsLong();
        search.recombine(
                () -> cancelled.getAsBoolean() || nanoTicks.getAsLong() - now >= most / 2,
                () -> cancelled.getAsBoolean() || nanoTicks.getAsLong() - now >= most);
    }

    long rounds() {
        return search.rounds;
    }

    Plan plan(int[][] nodesOf) {
        return new PlanWriter(flat).write(nodesOf);
    }
}
