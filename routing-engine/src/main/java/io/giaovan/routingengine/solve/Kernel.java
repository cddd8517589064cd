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
    private static final double FALL = 3;
    /** The share of it from which on there may be more routes than pay off for a while. */
    private static final double BONUS = 0.1;

    private static final long NEWS_NANOS = 250_000_000;
    /** Share of the time for putting routes together, after each fall. */
    private static final double RECOMBINING = 0.02;

    private final FlatProblem flat;
    private final Search search;
    private final LongSupplier nanoTicks;
    private final BooleanSupplier cancelled;
    private final Heard listener;
    private long from;
    private long until;
    private boolean isSoft;
    private boolean hasBonus;
    private int fall = -1;
    private boolean isRecombined;

    /** Hears of rounds and best cost while the search runs and when it has ended. */
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
    int[][] run(int[][] warm, long endTick, long roundsMax) {
        search.construct(warm);
        if (flat.stops == 0 || flat.vehicles == 0) {
            return search.best;
        }
        from = nanoTicks.getAsLong();
        until = endTick;
        boolean byRounds = roundsMax < SolveLimits.NO_ROUND_LIMIT;
        double length = (double) flat.stops * (byRounds ? LONG_ROUNDS : LONG_NANOS);
        double lengths = (byRounds ? roundsMax : endTick - from) / length;
        boolean isAfresh = flat.problem.warmStart() == null;
        isSoft = isAfresh && lengths >= 1;
        hasBonus = isAfresh && lengths >= BONUS;
        Cooling cooling = cooling((long) (lengths / FALL));
        if (cooling.falls() > 1) {
            search.remember();
        }
        double temperature = 0;
        long nextNews = from;
        while (search.rounds < roundsMax) {
            if (search.rounds % ROUNDS_BETWEEN_LOOKS == 0) {
                long now = nanoTicks.getAsLong();
                if (isOver(now)) {
                    break;
                }
                double share = byRounds
                        ? (double) search.rounds / roundsMax
                        : (double) (now - from) / Math.max(1, endTick - from);
                follow(cooling, share, byRounds);
                temperature = cooling.temperature(share);
                if (now >= nextNews) {
                    listener.heard(search);
                    nextNews = now + NEWS_NANOS;
                }
            }
            search.round(temperature);
        }
        listener.heard(search);
        return search.best;
    }

    private Cooling cooling(long falls) {
        double arc = (double) search.routes.metreUnitsInUse() / (flat.stops + search.routesInUse());
        return new Cooling(Math.max(1, WARMEST * arc), Math.max(0.01, COOLEST * arc), falls);
    }

    private boolean isOver(long now) {
        return now >= until || cancelled.getAsBoolean();
    }

    /** Begins the next fall of the temperature when it is time, and sets the prices of absence. */
    private void follow(Cooling cooling, double share, boolean byRounds) {
        if (cooling.fall(share) > fall) {
            if (fall >= 0) {
                recombine(byRounds);
            }
            fall = cooling.fall(share);
            search.begin(isSoft && (fall == 0 || fall < cooling.falls() - 1), hasBonus);
        }
        if (share >= 1 - RECOMBINING && !isRecombined) {
            isRecombined = true;
            recombine(byRounds);
        }
        search.soften(cooling.within(share));
    }

    /** Looks for a better plan among the routes so far: by time in a small share of it, half of that for prices. */
    private void recombine(boolean byRounds) {
        long now = nanoTicks.getAsLong();
        long most = byRounds ? until - now : (long) (RECOMBINING * (until - from));
        search.recombine(
                () -> isOver(nanoTicks.getAsLong()) || nanoTicks.getAsLong() - now >= most / 2,
                () -> isOver(nanoTicks.getAsLong()) || nanoTicks.getAsLong() - now >= most);
    }

    long rounds() {
        return search.rounds;
    }

    Plan plan(int[][] nodesOf) {
        return new PlanWriter(flat).write(nodesOf);
    }
}
