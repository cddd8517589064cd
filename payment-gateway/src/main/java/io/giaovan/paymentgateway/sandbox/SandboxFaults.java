package io.giaovan.paymentgateway.sandbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Failures a sandbox provider was told to have. Safe for concurrent use. */
public final class SandboxFaults {
    private static final int SLOW_MILLIS_MAX = 60_000;

    private Script script = new Script(0, 0, 0, 0, false, 0, 0, 1);
    private RandomGenerator random = generator(1);

    /**
     * What goes wrong.
     *
     * @param errors how many of the next calls fail before anything happens
     * @param dropReplies how many of the next calls do their work and lose the answer
     * @param dropRepliesPercent how many of all calls do that, 0 to 100
     * @param slowMillis how long every answer waits
     * @param duplicates whether every notice is sent twice
     * @param shuffleMillis up to how long a notice is held back, so that notices overtake each other
     * @param throttled how many of the next calls are told that there were too many
     * @param seed of the dice
     */
    @JsonIgnoreProperties(ignoreUnknown = false)
    public record Script(
            int errors,
            int dropReplies,
            int dropRepliesPercent,
            int slowMillis,
            boolean duplicates,
            int shuffleMillis,
            int throttled,
            long seed) {
        public Script {
            if (errors < 0 || dropReplies < 0 || throttled < 0) {
                throw new IllegalArgumentException("errors: counts are 0 or more");
            }
            if (dropRepliesPercent < 0 || dropRepliesPercent > 100) {
                throw new IllegalArgumentException("dropRepliesPercent: is outside 0 to 100");
            }
            if (slowMillis < 0
                    || slowMillis > SLOW_MILLIS_MAX
                    || shuffleMillis < 0
                    || shuffleMillis > SLOW_MILLIS_MAX) {
                throw new IllegalArgumentException("slowMillis: is outside 0 to " + SLOW_MILLIS_MAX);
            }
        }
    }

    /** A script with everything optional, as it is sent. */
    public record Wanted(
            @Nullable Integer errors,
            @Nullable Integer dropReplies,
            @Nullable Integer dropRepliesPercent,
            @Nullable Integer slowMillis,
            @Nullable Boolean duplicates,
            @Nullable Integer shuffleMillis,
            @Nullable Integer throttled,
            @Nullable Long seed) {
        public Script toScript() {
            return new Script(
                    or(errors),
                    or(dropReplies),
                    or(dropRepliesPercent),
                    or(slowMillis),
                    Boolean.TRUE.equals(duplicates),
                    or(shuffleMillis),
                    or(throttled),
                    Objects.requireNonNullElse(seed, 1L));
        }

        private static int or(@Nullable Integer value) {
            return Objects.requireNonNullElse(value, 0);
        }
    }

    public synchronized Script play(Script other) {
        script = other;
        random = generator(other.seed());
        return script;
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Whether a call is to fail before anything happens; waits when the script is slow. */
    public boolean failsBefore() {
        int wait;
        boolean fails;
        synchronized (this) {
            wait = script.slowMillis();
            fails = script.errors() > 0;
            if (fails) {
                script = with(script.errors() - 1, script.dropReplies(), script.throttled());
            }
        }
        if (wait > 0) {
            try {
                TimeUnit.MILLISECONDS.sleep(wait);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        return fails;
    }

    /** Whether the answer of a call that did its work gets lost. */
    public synchronized boolean losesReply() {
        if (script.dropReplies() > 0) {
            script = with(script.errors(), script.dropReplies() - 1, script.throttled());
            return true;
        }
        return script.dropRepliesPercent() > random.nextInt(100);
    }

    /** Whether a call is to be told that there were too many. */
    public synchronized boolean throttles() {
        if (script.throttled() == 0) {
            return false;
        }
        script = with(script.errors(), script.dropReplies(), script.throttled() - 1);
        return true;
    }

    public synchronized boolean duplicates() {
        return script.duplicates();
    }

    public synchronized long holdBackMillis() {
        return script.shuffleMillis() == 0 ? 0 : random.nextLong(script.shuffleMillis());
    }

    private Script with(int errors, int dropReplies, int throttled) {
        return new Script(
                errors,
                dropReplies,
                script.dropRepliesPercent(),
                script.slowMillis(),
                script.duplicates(),
                script.shuffleMillis(),
                throttled,
                script.seed());
    }
}
