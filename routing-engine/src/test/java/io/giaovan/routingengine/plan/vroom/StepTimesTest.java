package io.giaovan.routingengine.plan.vroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StepTimesTest {
    private static final int HORIZON = 14;

    @Test
    void aLateStepIsNotMadeLaterAndNobodyWaitsAtTheStart() {
        StepTimes.Times times = choose(
                step(0, 0, new long[] {100, StepTimes.NEVER}),
                step(50, 10, new long[] {0, 120}),
                step(30, 10, new long[] {300, 400}),
                step(20, 0, new long[] {0, 500}));

        // Setting out 30 s early would be no better than coming 30 s late, and make the route longer.
        assertThat(times.begins()).containsExactly(100, 150, 300, 330);
    }

    @Test
    void aPauseIsTakenInItsWindowAndTheDriveIsSplitAroundIt() {
        StepTimes.Times times = choose(
                step(0, 0),
                new StepTimes.Step(true, 0, 60, List.of(new long[] {1000, 1100}), 0, StepTimes.NEVER),
                step(400, 0, new long[] {1260, 1260}),
                step(0, 0));

        assertThat(times.begins()).containsExactly(800, 1000, 1260, 1260);
        assertThat(times.travelled()).containsExactly(0, 200, 200, 0);
    }

    @Test
    void boundsAreKeptOrTheRouteIsRefused() {
        StepTimes.Step asked = new StepTimes.Step(false, 50, 0, List.of(), 900, 900);

        assertThat(choose(step(0, 0), asked, step(10, 0)).begins()).containsExactly(850, 900, 910);
        assertThat(StepTimes.choose(
                        List.of(step(0, 0), new StepTimes.Step(false, 50, 0, List.of(), 0, 49), step(10, 0))))
                .isEmpty();
    }

    @Test
    void noOtherTimesAreBetter() {
        for (int seed = 0; seed < 400; seed++) {
            List<StepTimes.Step> steps = random(new Random(seed));

            Optional<StepTimes.Times> chosen = StepTimes.choose(steps);

            Optional<double[]> best = bestByTrying(steps);
            assertThat(chosen.isPresent()).as("seed %d", seed).isEqualTo(best.isPresent());
            if (chosen.isPresent()) {
                assertThat(worth(steps, chosen.get().begins()))
                        .as("seed %d", seed)
                        .containsExactly(best.orElseThrow());
            }
        }
    }

    @Test
    void moreThanCanBeLookedAtIsTooLarge() {
        List<long[]> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(new long[] {10L * i, 10L * i + 5});
        }

        assertThatThrownBy(() -> StepTimes.choose(
                        List.of(step(0, 0), new StepTimes.Step(true, 0, 0, many, 0, StepTimes.NEVER), step(0, 0))))
                .isInstanceOf(VroomTrouble.class)
                .hasMessageContaining("maximum is set to");
    }

    private static List<StepTimes.Step> random(Random dice) {
        List<StepTimes.Step> steps = new ArrayList<>();
        int between = 1 + dice.nextInt(3);
        steps.add(bounded(dice, false, 0));
        for (int i = 0; i < between; i++) {
            steps.add(bounded(dice, dice.nextInt(3) == 0, dice.nextInt(4)));
        }
        steps.add(bounded(dice, false, dice.nextInt(4)));
        return steps;
    }

    private static StepTimes.Step bounded(Random dice, boolean isPause, int travel) {
        List<long[]> windows = new ArrayList<>();
        int from = dice.nextInt(6);
        for (int i = dice.nextInt(3); i > 0; i--) {
            windows.add(new long[] {from, from + dice.nextInt(3)});
            from += 4 + dice.nextInt(3);
        }
        long after = dice.nextInt(8) == 0 ? dice.nextInt(8) : 0;
        long before = dice.nextInt(8) == 0 ? after + dice.nextInt(6) : StepTimes.NEVER;
        return new StepTimes.Step(isPause, isPause ? 0 : travel, dice.nextInt(3), windows, after, before);
    }

    /** The best of all whole begins below the horizon, by what is to be made small. */
    private static Optional<double[]> bestByTrying(List<StepTimes.Step> steps) {
        long[] begins = new long[steps.size()];
        double[] best = {Double.MAX_VALUE, 0};
        tryOn(steps, begins, 0, best);
        return best[0] == Double.MAX_VALUE ? Optional.empty() : Optional.of(best);
    }

    private static void tryOn(List<StepTimes.Step> steps, long[] begins, int step, double[] best) {
        if (step == steps.size()) {
            double[] worth = worth(steps, begins);
            if (worth[0] < best[0] || worth[0] == best[0] && worth[1] < best[1]) {
                best[0] = worth[0];
                best[1] = worth[1];
            }
            return;
        }
        long from = step == 0 ? 0 : begins[step - 1] + steps.get(step - 1).action();
        if (step > 0 && !steps.get(step).isPause()) {
            int place = step - 1;
            while (steps.get(place).isPause()) {
                place--;
            }
            long whole = begins[place] + steps.get(step).travel();
            for (int i = place; i < step; i++) {
                whole += steps.get(i).action();
            }
            from = Math.max(from, whole);
        }
        for (long begin = from; begin <= HORIZON + 3L * step; begin++) {
            if (begin >= steps.get(step).notBefore() && begin <= steps.get(step).notAfter()) {
                begins[step] = begin;
                tryOn(steps, begins, step + 1, best);
            }
        }
    }

    private static double[] worth(List<StepTimes.Step> steps, long[] begins) {
        long length =
                steps.stream().mapToLong(step -> step.travel() + step.action()).sum();
        double weight = length > 0 ? length : span(steps);
        double worth = begins[begins.length - 1] - begins[0];
        double sum = 0;
        for (int i = 0; i < begins.length; i++) {
            worth += weight * Math.abs(steps.get(i).missedBy(begins[i]));
            sum += i == 0 || i == begins.length - 1 ? 0 : begins[i];
        }
        return new double[] {worth, sum};
    }

    private static long span(List<StepTimes.Step> steps) {
        long first = StepTimes.NEVER;
        long last = 0;
        for (StepTimes.Step step : steps) {
            List<Long> bounds = new ArrayList<>(List.of(step.notBefore(), step.notAfter()));
            step.windows().forEach(window -> bounds.addAll(List.of(window[0], window[1])));
            for (long bound : bounds) {
                if (bound > 0 && bound < StepTimes.NEVER) {
                    first = Math.min(first, bound);
                    last = Math.max(last, bound);
                }
            }
        }
        return Math.max(1, last - first);
    }

    private static StepTimes.Times choose(StepTimes.Step... steps) {
        return StepTimes.choose(List.of(steps)).orElseThrow();
    }

    private static StepTimes.Step step(long travel, long action, long[]... windows) {
        return new StepTimes.Step(false, travel, action, List.of(windows), 0, StepTimes.NEVER);
    }
}
