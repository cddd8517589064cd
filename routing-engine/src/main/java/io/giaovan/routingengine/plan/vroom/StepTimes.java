package io.giaovan.routingengine.plan.vroom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Chooses when each step of a given sequence begins. First the sum of what lies outside the steps' windows, weighed by the
 * route's own length, together with the time from the first step to the last is made as small as it can be; then all steps
 * begin as early as that allows. Both are exact: a step begins at an end of a window or a bound, or as early or late as a
 * chain of steps from one such allows, so that only those moments need to be looked at.
 *
 * <p>Travel between two places may be driven before or after the pauses between them.
 */
final class StepTimes {
    /** A bound or a window's end that does not bind. */
    static final long NEVER = Long.MAX_VALUE / 4;

    /** Most moments looked at for one route; above a second of work. */
    static final long LOOKS_MAX = 400_000_000;

    /**
     * A step.
     *
     * @param isPause whether it may be taken anywhere
     * @param travel seconds from the previous place, 0 for a pause
     * @param action seconds spent once it has begun
     * @param windows when it may begin without a violation, in order; empty for any time
     * @param notBefore earliest begin, 0 for none
     * @param notAfter latest begin, {@link #NEVER} for none
     */
    record Step(boolean isPause, long travel, long action, List<long[]> windows, long notBefore, long notAfter) {
        /** Seconds by which a begin misses the nearest window: below 0 when too early, above 0 when too late. */
        long missedBy(long begin) {
            long missed = Long.MIN_VALUE;
            for (long[] window : windows) {
                long by = begin < window[0] ? begin - window[0] : Math.max(0, begin - window[1]);
                if (missed == Long.MIN_VALUE || Math.abs(by) < Math.abs(missed)) {
                    missed = by;
                }
            }
            return missed == Long.MIN_VALUE ? 0 : missed;
        }
    }

    /**
     * What was chosen.
     *
     * @param begins when each step begins
     * @param travelled seconds driven between the step before and this one
     */
    record Times(long[] begins, long[] travelled) {}

    private final List<Step> steps;
    private final int size;
    private final double weight;
    /** For each step the seconds from the first step's begin, pauses being taken before the drive. */
    private final long[] early;
    /** The same, pauses being taken after the drive. */
    private final long[] late;
    /** Begins of the first step from which the moments of all steps follow. */
    private final long[] bases;
    /** For each step when it may begin, in order. */
    private final long[][] moments;
    /** For each of these what a violation there weighs, without end where a bound forbids it. */
    private final double[][] own;

    /** How good the best way to a moment is: violations and length first, then the sum of begins. */
    private record Reached(long[] moments, double[] worth, double[] sum, int[] from) {
        static Reached nothing(long[] moments) {
            double[] worth = new double[moments.length];
            Arrays.fill(worth, Double.POSITIVE_INFINITY);
            return new Reached(moments, worth, new double[moments.length], new int[moments.length]);
        }

        boolean isBetter(int one, int other) {
            return other < 0 || worth[one] < worth[other] || worth[one] == worth[other] && sum[one] < sum[other];
        }

        void offer(int moment, double newWorth, double newSum, int newFrom) {
            if (newWorth < worth[moment] || newWorth == worth[moment] && newSum < sum[moment]) {
                worth[moment] = newWorth;
                sum[moment] = newSum;
                from[moment] = newFrom;
            }
        }

        boolean isReached(int moment) {
            return worth[moment] < Double.POSITIVE_INFINITY;
        }
    }

    private StepTimes(List<Step> steps) {
        this.steps = steps;
        this.size = steps.size();
        this.early = new long[size];
        this.late = new long[size];
        offsets();
        long[] bounds = bounds();
        this.bases = bases();
        long length =
                steps.stream().mapToLong(step -> step.travel() + step.action()).sum();
        this.weight = length > 0 ? length : Math.max(1, bounds[1] - bounds[0]);
        checkWork();
        this.moments = new long[size][];
        this.own = new double[size][];
        for (int step = 0; step < size; step++) {
            moments[step] = moments(step);
            own[step] = own(steps.get(step), moments[step]);
        }
    }

    /** The times, or empty when the bounds cannot be kept. The first and the last step are no pauses. */
    static Optional<Times> choose(List<Step> steps) {
        return new StepTimes(steps).chosen();
    }

    private Optional<Times> chosen() {
        List<Integer> places = new ArrayList<>();
        List<Reached> reached = new ArrayList<>();
        Reached at = first();
        places.add(0);
        reached.add(at);
        for (int step = 1; step < size; step++) {
            if (!steps.get(step).isPause()) {
                int before = places.getLast();
                at = before + 1 == step ? driven(at, before, step) : paused(at, before, step);
                places.add(step);
                reached.add(at);
            }
        }
        int best = best(at);
        return best < 0 ? Optional.empty() : Optional.of(followed(places, reached, best));
    }

    private Times followed(List<Integer> places, List<Reached> reached, int best) {
        long[] begins = new long[size];
        int moment = best;
        for (int i = places.size() - 1; i >= 0; i--) {
            Reached here = reached.get(i);
            begins[places.get(i)] = here.moments()[moment];
            if (i > 0) {
                moment = here.from()[moment];
            }
        }
        for (int i = 1; i < places.size(); i++) {
            pauses(places.get(i - 1), places.get(i), begins);
        }
        return new Times(begins, travelled(places, begins));
    }

    /** Sets the begins of the pauses between two places whose begins are known. */
    private void pauses(int before, int after, long[] begins) {
        if (before + 1 == after) {
            return;
        }
        List<Reached> taken = taken(before, after, begins[before]);
        Reached last = taken.getLast();
        int best = -1;
        long room = begins[after] - steps.get(after - 1).action();
        for (int i = 0; i < last.moments().length && last.moments()[i] <= room; i++) {
            if (last.isReached(i) && last.isBetter(i, best)) {
                best = i;
            }
        }
        for (int pause = after - 1; pause > before; pause--) {
            Reached here = taken.get(pause - before - 1);
            begins[pause] = here.moments()[best];
            best = here.from()[best];
        }
    }

    /** Drives as much as fits before the pauses. */
    private long[] travelled(List<Integer> places, long[] begins) {
        long[] travelled = new long[size];
        for (int i = 1; i < places.size(); i++) {
            long left = steps.get(places.get(i)).travel();
            for (int step = places.get(i - 1) + 1; step <= places.get(i); step++) {
                long room =
                        begins[step] - begins[step - 1] - steps.get(step - 1).action();
                travelled[step] = Math.min(left, room);
                left -= travelled[step];
            }
        }
        return travelled;
    }

    private Reached first() {
        Reached first = Reached.nothing(moments[0]);
        for (int i = 0; i < first.moments().length; i++) {
            enter(first, 0, i, 0, 0, -1);
        }
        return first;
    }

    private Reached driven(Reached from, int before, int after) {
        Reached there = Reached.nothing(moments[after]);
        long needed = steps.get(before).action() + steps.get(after).travel();
        int best = -1;
        int next = 0;
        for (int i = 0; i < there.moments().length; i++) {
            for (; next < from.moments().length && from.moments()[next] + needed <= there.moments()[i]; next++) {
                if (from.isReached(next) && from.isBetter(next, best)) {
                    best = next;
                }
            }
            if (best >= 0) {
                enter(there, after, i, from.worth()[best], from.sum()[best], best);
            }
        }
        return there;
    }

    private Reached paused(Reached from, int before, int after) {
        Reached there = Reached.nothing(moments[after]);
        long needed = steps.get(after).travel();
        for (int step = before; step < after; step++) {
            needed += steps.get(step).action();
        }
        long lastAction = steps.get(after - 1).action();
        for (int begun = 0; begun < from.moments().length; begun++) {
            if (!from.isReached(begun)) {
                continue;
            }
            Reached last = taken(before, after, from.moments()[begun]).getLast();
            int best = -1;
            int next = 0;
            for (int i = 0; i < there.moments().length; i++) {
                for (;
                        next < last.moments().length && last.moments()[next] + lastAction <= there.moments()[i];
                        next++) {
                    if (last.isReached(next) && last.isBetter(next, best)) {
                        best = next;
                    }
                }
                if (best >= 0 && from.moments()[begun] + needed <= there.moments()[i]) {
                    enter(
                            there,
                            after,
                            i,
                            from.worth()[begun] + last.worth()[best],
                            from.sum()[begun] + last.sum()[best],
                            begun);
                }
            }
        }
        return there;
    }

    /** The pauses between two places when the first of these begins then; drives are left out. */
    private List<Reached> taken(int before, int after, long begun) {
        List<Reached> taken = new ArrayList<>();
        for (int pause = before + 1; pause < after; pause++) {
            Reached there = Reached.nothing(moments[pause]);
            long action = steps.get(pause - 1).action();
            Reached from = taken.isEmpty() ? null : taken.getLast();
            int best = -1;
            int next = 0;
            for (int i = 0; i < there.moments().length; i++) {
                if (from == null) {
                    if (begun + action <= there.moments()[i]) {
                        enter(there, pause, i, 0, 0, -1);
                    }
                    continue;
                }
                for (; next < from.moments().length && from.moments()[next] + action <= there.moments()[i]; next++) {
                    if (from.isReached(next) && from.isBetter(next, best)) {
                        best = next;
                    }
                }
                if (best >= 0) {
                    enter(there, pause, i, from.worth()[best], from.sum()[best], best);
                }
            }
            taken.add(there);
        }
        return taken;
    }

    private void enter(Reached there, int step, int moment, double worth, double sum, int from) {
        if (own[step][moment] == Double.POSITIVE_INFINITY) {
            return;
        }
        long begin = there.moments()[moment];
        double length = step == 0 ? -begin : step == size - 1 ? begin : 0;
        there.offer(
                moment, worth + own[step][moment] + length, sum + (step == 0 || step == size - 1 ? 0 : begin), from);
    }

    private static int best(Reached at) {
        int best = -1;
        for (int i = 0; i < at.moments().length; i++) {
            if (at.isReached(i) && at.isBetter(i, best)) {
                best = i;
            }
        }
        return best;
    }

    private long[] moments(int step) {
        long[] all = new long[early[step] == late[step] ? bases.length : 2 * bases.length];
        for (int i = 0; i < bases.length; i++) {
            all[i] = bases[i] + early[step];
            if (all.length > bases.length) {
                all[bases.length + i] = bases[i] + late[step];
            }
        }
        return Arrays.stream(all)
                .filter(moment -> moment >= 0)
                .sorted()
                .distinct()
                .toArray();
    }

    private double[] own(Step step, long[] begins) {
        double[] worth = new double[begins.length];
        for (int i = 0; i < begins.length; i++) {
            worth[i] = begins[i] < step.notBefore() || begins[i] > step.notAfter()
                    ? Double.POSITIVE_INFINITY
                    : weight * Math.abs(step.missedBy(begins[i]));
        }
        return worth;
    }

    private void offsets() {
        int place = 0;
        long actions = 0;
        for (int step = 1; step < size; step++) {
            actions += steps.get(step - 1).action();
            early[step] = early[place] + actions + steps.get(step).travel();
            if (!steps.get(step).isPause()) {
                late[step] = early[step];
                for (int pause = step - 1; pause > place; pause--) {
                    late[pause] = late[pause + 1] - steps.get(pause).action();
                }
                place = step;
                actions = 0;
            }
        }
    }

    private long[] bases() {
        List<Long> found = new ArrayList<>(List.of(0L));
        for (int step = 0; step < size; step++) {
            for (long bound : boundsOf(steps.get(step))) {
                found.add(bound - early[step]);
                found.add(bound - late[step]);
            }
        }
        return found.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }

    private long[] bounds() {
        long[] ends = {NEVER, 0};
        for (Step step : steps) {
            for (long bound : boundsOf(step)) {
                ends[0] = Math.min(ends[0], bound);
                ends[1] = Math.max(ends[1], bound);
            }
        }
        return ends;
    }

    private static List<Long> boundsOf(Step step) {
        List<Long> bounds = new ArrayList<>();
        for (long[] window : step.windows()) {
            bounds.add(window[0]);
            bounds.add(window[1]);
        }
        bounds.add(step.notBefore());
        bounds.add(step.notAfter());
        bounds.removeIf(bound -> bound <= 0 || bound >= NEVER);
        return bounds;
    }

    private void checkWork() {
        long looks = 0;
        for (Step step : steps) {
            looks += 2L * bases.length * (1 + step.windows().size());
            looks += step.isPause() ? 3L * bases.length * bases.length : 0;
        }
        if (looks > LOOKS_MAX) {
            throw new VroomTrouble(
                    VroomTrouble.TOO_LARGE,
                    "Too many time windows and breaks in one route: " + looks
                            + " moments to look at, maximum is set to " + LOOKS_MAX);
        }
    }
}
