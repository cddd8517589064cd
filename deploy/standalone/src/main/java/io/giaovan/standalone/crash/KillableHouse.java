package io.giaovan.standalone.crash;

import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.cast.HouseApi.Service;
import io.giaovan.standalone.start.FreePorts;
import io.giaovan.standalone.start.House;
import io.giaovan.standalone.start.HouseNotStarted;
import io.giaovan.standalone.start.JavaCommand;
import io.giaovan.standalone.start.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A house in a process of its own, with its store on disk, which can be killed and started again on the same data and at
 * the same port. One thread at a time starts and kills.
 */
final class KillableHouse implements House {
    /** How long a start may take, also on a machine that is busy with other things. */
    static final Duration START_LIMIT = Duration.ofSeconds(150);

    private static final Duration DEATH_LIMIT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LOG_LINES = 40;
    private static final int UNAUTHENTICATED = 401;

    private final Path data;
    private final String roads;
    private final long citySeed;
    private final int port;
    private final Path log;
    private final HouseApi door;
    private @Nullable Process process;
    private @Nullable KeyFile keys;

    /** A house that is not started yet; the folder must exist. */
    KillableHouse(Path folder, String roads, long citySeed) {
        this.data = folder.resolve("data");
        this.log = folder.resolve("house.log");
        this.roads = roads;
        this.citySeed = citySeed;
        this.port = FreePorts.find(1, new SecureRandom()).getFirst();
        this.door = new HouseApi(addresses(), "", Duration.ZERO);
    }

    /**
     * Starts the house and returns when it answers.
     *
     * @param clock where its simulated clock begins
     * @return seconds until it answered
     */
    double start(Instant clock) {
        long begin = System.nanoTime();
        try {
            Files.createDirectories(data);
            List<String> command = new ArrayList<>(JavaCommand.of(
                    Objects.requireNonNullElse(System.getenv("GIAOVAN_HEAP"), "560m"),
                    // It does not live long enough for the slower compiler to pay.
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    HouseProcess.class.getName()));
            command.addAll(new HouseProcess.Orders(port, data, roads, citySeed, clock).arguments());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException broken) {
            throw new HouseNotStarted("the house's process cannot be started", broken);
        }
        awaitAnswer(begin + START_LIMIT.toNanos());
        if (keys == null) {
            keys = KeyFile.open(data, new SecureRandom());
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Kills the process as {@code kill -9} does and returns when it is dead. */
    void kill() {
        Process victim = process;
        if (victim == null) {
            return;
        }
        victim.destroyForcibly();
        try {
            if (!victim.waitFor(DEATH_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the house's process " + victim.pid() + " does not die");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the store's files are. */
    Path storeFolder() {
        return data.resolve("store");
    }

    /** What the house said last, for whoever has to find out why it broke. */
    String lastWords() {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "its log cannot be read: " + unreadable.getMessage();
        }
    }

    @Override
    public Addresses addresses() {
        return Addresses.all(URI.create("http://127.0.0.1:" + port));
    }

    @Override
    public KeyFile keys() {
        if (keys == null) {
            throw new IllegalStateException("the house has not been started yet");
        }
        return keys;
    }

    /**
     * Closes the house's standard input, as the end of this process would, and returns whether the house ended by itself
     * in time.
     */
    boolean abandon() {
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

    @Override
    public void close() {
        if (!abandon()) {
            kill();
        }
    }

    private void awaitAnswer(long deadline) {
        Process started = Objects.requireNonNull(process);
        while (!answers()) {
            if (!started.isAlive()) {
                throw new HouseNotStarted("the house ended with status " + started.exitValue() + " while it started");
            }
            if (System.nanoTime() > deadline) {
                throw new HouseNotStarted("the house does not answer after " + START_LIMIT);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new HouseNotStarted("interrupted while the house started", stop);
            }
        }
    }

    /** Whether somebody answers at all; without a key it is a refusal, which is as good. */
    private boolean answers() {
        try {
            return door.get(Service.ORDERS, "/internal/backlog", null).status() == UNAUTHENTICATED;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
