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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A house in a process of its own, with its store on disk, which can be killed and started again on the same data and at
 * the same port. One thread at a time starts and kills.
 */
final class KillableHouse implements House {
    private static final int UNAUTHENTICATED = 401;

    private final Path data;
    private final String roads;
    private final long citySeed;
    private final int port;
    private final HouseApi door;
    private final KillableProcess process;
    private @Nullable KeyFile keys;

    /** A house that is not started yet; the folder must exist. */
    KillableHouse(Path folder, String roads, long citySeed) {
        this.data = folder.resolve("data");
        this.process = new KillableProcess("the house", folder.resolve("house.log"));
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
        try {
            Files.createDirectories(data);
        } catch (IOException broken) {
            throw new HouseNotStarted("the folder " + data + " cannot be made", broken);
        }
        List<String> command = new ArrayList<>(JavaCommand.of(
                Objects.requireNonNullElse(System.getenv("GIAOVAN_HEAP"), "560m"),
                // It does not live long enough for the slower compiler to pay.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HouseProcess.class.getName()));
        command.addAll(new HouseProcess.Orders(port, data, roads, citySeed, clock).arguments());
        double seconds = process.start(new ProcessBuilder(command), this::answers);
        if (keys == null) {
            keys = KeyFile.open(data, new SecureRandom());
        }
        return seconds;
    }

    /** Kills the process as {@code kill -9} does and returns when it is dead. */
    void kill() {
        process.kill();
    }

    /** Where the store's files are. */
    Path storeFolder() {
        return data.resolve("store");
    }

    /** What the house said last, for whoever has to find out why it broke. */
    String lastWords() {
        return process.lastWords();
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
        return process.abandon();
    }

    @Override
    public void close() {
        process.close();
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
