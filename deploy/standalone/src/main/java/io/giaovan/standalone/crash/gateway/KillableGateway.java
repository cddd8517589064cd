package io.giaovan.standalone.crash.gateway;

import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.cast.HouseApi.Service;
import io.giaovan.standalone.crash.KillableProcess;
import io.giaovan.standalone.start.FreePorts;
import io.giaovan.standalone.start.House;
import io.giaovan.standalone.start.JavaCommand;
import io.giaovan.standalone.start.ServiceClassPath;
import io.giaovan.standalone.start.SplitService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * The payment gateway with its store on disk in a process of its own, which can be killed and started again on the same
 * data and at the same port. One thread at a time starts and kills.
 */
final class KillableGateway implements AutoCloseable {
    private static final String HEAP = "384m";
    private static final int UNAUTHENTICATED = 401;

    private final Path data;
    private final Path settings;
    private final int port;
    private final KillableProcess process;
    private final HouseApi door;

    /** A gateway that is not started yet; its folder of data exists and holds its keys. */
    KillableGateway(Path data, Map<String, String> settings) {
        this.data = data;
        this.settings = data.resolve("gateway.properties");
        this.port = FreePorts.find(1, new SecureRandom()).getFirst();
        this.process = new KillableProcess("the gateway", data.resolve("gateway.log"));
        this.door = new HouseApi(House.Addresses.all(address()), "", Duration.ZERO);
        Properties written = new Properties();
        written.putAll(settings);
        try (Writer writer = Files.newBufferedWriter(this.settings)) {
            written.store(writer, "How this gateway finds its providers");
        } catch (IOException broken) {
            throw new UncheckedIOException(this.settings + " cannot be written", broken);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it and returns the seconds until it answered. */
    double start() {
        ProcessBuilder command = new ProcessBuilder(JavaCommand.of(
                HEAP,
                // It does not live long enough for the slower compiler to pay.
                "-XX:TieredStopAtLevel=1",
                GatewayProcess.class.getName(),
                Integer.toString(port),
                data.toString(),
                settings.toString()));
        command.environment()
                .put(
                        "CLASSPATH",
                        ServiceClassPath.of(SplitService.PAYMENT_GATEWAY, System.getProperty("java.class.path")));
        return process.start(command, this::answers);
    }

    void kill() {
        process.kill();
    }

    String lastWords() {
        return process.lastWords();
    }

    /** Whether somebody answers at all; without a key it is a refusal, which is as good. */
    private boolean answers() {
        try {
            return door.get(Service.PAYMENTS, "/internal/backlog", null).status() == UNAUTHENTICATED;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
