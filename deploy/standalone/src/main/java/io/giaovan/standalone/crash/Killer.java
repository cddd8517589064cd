package io.giaovan.standalone.crash;

import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.cast.HouseApi.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Kills the house at drawn moments of a play and starts it again. Moments are counted in calls that change something and
 * not in time, because nobody knows how long a day takes; a short wait behind the call lets the blow fall inside it as
 * well as into what the house does afterwards. Its own thread kills; the play's thread is the one that calls.
 */
final class Killer implements HouseApi.Witness, AutoCloseable {
    /** Longest time between the call that is waited for and the blow: a few calls' worth. */
    private static final int DELAY_MICROS_MAX = 40_000;

    private static final Duration END_LIMIT = Duration.ofSeconds(30);

    private final KillableHouse house;
    private final Look look;
    private final Consumer<Kill> tell;
    private final long[] moments;
    private final long[] delayMicros;
    private final Semaphore due = new Semaphore(0);
    private final List<Kill> kills = new ArrayList<>();
    private final Thread thread;
    private long changes;
    private int next;
    private volatile @Nullable Call inFlight;
    private volatile Instant clock;
    private volatile @Nullable RuntimeException broken;

    /** Looks for losses after a restart. */
    @FunctionalInterface
    interface Look {
        List<String> lookForLosses();
    }

    /**
     * One kill.
     *
     * @param number from 1
     * @param at time on stage
     * @param inside the call that was in flight, or null between calls
     * @param seconds until the house answered again
     * @param lost what was acknowledged and is not there any more
     */
    record Kill(int number, Instant at, @Nullable Call inside, double seconds, List<String> lost) {
        Kill {
            lost = List.copyOf(lost);
        }
    }

    /**
     * @param count how often it kills
     * @param spread about how many changing calls the play makes; the kills fall within these
     */
    Killer(
            KillableHouse house,
            Instant begin,
            int count,
            int spread,
            RandomGenerator random,
            Look look,
            Consumer<Kill> tell) {
        this.house = house;
        this.clock = begin;
        this.look = look;
        this.tell = tell;
        this.moments = random.longs(count, 1, Math.max(2, spread)).sorted().toArray();
        this.delayMicros = random.longs(count, 0, DELAY_MICROS_MAX).toArray();
        this.thread = Thread.ofPlatform().name("killer").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void begins(Call call) {
        inFlight = call;
        if (call.path().equals(HouseApi.CLOCK) && call.body() instanceof HouseApi.Now(Instant to)) {
            clock = to;
        } else if (call.method().equals("POST")) {
            changes++;
            while (next < moments.length && moments[next] <= changes) {
                next++;
                due.release();
            }
        }
    }

    @Override
    public void ended(Call call, HouseApi.@Nullable Answer answer) {
        inFlight = null;
    }

    /** Changing calls so far. */
    long changes() {
        return changes;
    }

    /** Deals the blows that the play was too short for and returns all. */
    List<Kill> finish() throws InterruptedException {
        due.release(moments.length - next);
        next = moments.length;
        thread.join();
        RuntimeException trouble = broken;
        if (trouble != null) {
            throw new IllegalStateException("the house did not come back: " + trouble.getMessage(), trouble);
        }
        return List.copyOf(kills);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(END_LIMIT);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (int i = 0; i < moments.length; i++) {
                due.acquire();
                Thread.sleep(Duration.ofNanos(delayMicros[i] * 1_000));
                strike(i + 1);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException trouble) {
            broken = trouble;
        }
    }

    private void strike(int number) {
        Call inside = inFlight;
        Instant at = clock;
        house.kill();
        // The play asks for a later time only after an answer, so this is the latest that the house ever heard of.
        double seconds = house.start(clock);
        Kill kill = new Kill(number, at, inside, seconds, look.lookForLosses());
        kills.add(kill);
        tell.accept(kill);
    }
}
