package io.giaovan.standalone.crash;

import io.giaovan.standalone.start.HouseNotStarted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A process that can be killed and started again. One thread at a time starts and kills. */
public final class KillableProcess implements AutoCloseable {
    /** How long a start may take, also on a machine that is busy with other things. */
    public static final Duration START_LIMIT = Duration.ofSeconds(150);

    private static final Duration DEATH_LIMIT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LOG_LINES = 40;

    private final String what;
    private final Path log;
    private @Nullable Process process;

    /**
     * A process that is not started yet.
     *
     * @param what its name in messages
     * @param log where its output goes, of all its lives
     */
    public KillableProcess(String what, Path log) {
        this.what = what;
        this.log = log;
    }

    /**
     * Starts it and returns when it answers.
     *
     * @param answers whether it does
     * @return seconds until then
     */
    public double start(ProcessBuilder command, BooleanSupplier answers) {
        long begin = System.nanoTime();
        Process started;
        try {
            started = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException broken) {
            throw new HouseNotStarted("the process of " + what + " cannot be started", broken);
        }
        process = started;
        while (!answers.getAsBoolean()) {
            if (!started.isAlive()) {
                throw new HouseNotStarted(what + " ended with status " + started.exitValue() + " while it started");
            }
            if (System.nanoTime() > begin + START_LIMIT.toNanos()) {
                throw new HouseNotStarted(what + " does not answer after " + START_LIMIT);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new HouseNotStarted("interrupted while " + what + " started", stop);
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Kills it as {@code kill -9} does and returns when it is dead. */
    public void kill() {
        Process victim = process;
        if (victim == null) {
            return;
        }
        victim.destroyForcibly();
        try {
            if (!victim.waitFor(DEATH_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the process " + victim.pid() + " of " + what + " does not die");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Closes its standard input, as the end of this process would, and returns whether it ended by itself in time.
     */
    public boolean abandon() {
        Process left = process;
        if (left == null) {
            return true;
        }
        try {
            left.getOutputStream().close();
            return left.waitFor(DEATH_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException deaf) {
            return !left.isAlive();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What it said last, for whoever has to find out why it broke. */
    public String lastWords() {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the log " + log + " cannot be read", unreadable);
        }
    }

    @Override
    public void close() {
        if (!abandon()) {
            kill();
        }
    }
}
