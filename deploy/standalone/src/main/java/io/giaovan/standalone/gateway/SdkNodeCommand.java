package io.giaovan.standalone.gateway;

import io.giaovan.standalone.command.Options;
import io.giaovan.standalone.command.UsageException;
import io.giaovan.standalone.start.HousePlan;
import io.giaovan.standalone.start.ScratchFolder;
import io.giaovan.standalone.start.SplitHouse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The command {@code giaovan sdk-node}: plays a scenario with the npm package {@code stripe}, unchanged, against a gateway
 * on a throw-away store. The package is the caller's: this house has no Node in its build.
 */
public final class SdkNodeCommand {
    private static final String SCENARIO = "scenario.js";
    private static final long MINUTES_MAX = 5;
    private static final int NOT_ENDED = 3;

    private SdkNodeCommand() {}

    /** Returns the scenario's exit status: 0 when all is as it should be. */
    public static int run(List<String> arguments, PrintStream out) {
        Options options = Options.read(arguments, List.of("node-modules", "node"), List.of());
        Path modules = Path.of(options.find("node-modules")
                        .orElseThrow(() -> new UsageException(
                                "--node-modules: give the folder that npm install stripe filled, node_modules")))
                .toAbsolutePath();
        if (!Files.isDirectory(modules.resolve("stripe"))) {
            throw new UsageException("--node-modules: " + modules + " holds no package stripe; run npm install stripe");
        }
        try (ScratchFolder scratch = ScratchFolder.make()) {
            HousePlan plan =
                    HousePlan.at(scratch.path()).throwAway().with("giaovan.outgoing.allow-private-targets", true);
            SplitHouse house = SplitHouse.startGateway(plan);
            try {
                return play(house, scratch.path(), modules, options.find("node").orElse("node"), out);
            } finally {
                house.close();
            }
        }
    }

    private static int play(SplitHouse house, Path folder, Path modules, String node, PrintStream out) {
        out.flush();
        ProcessBuilder builder = new ProcessBuilder(node, copied(folder).toString()).inheritIO();
        builder.environment().put("NODE_PATH", modules.toString());
        builder.environment()
                .put("GIAOVAN_GATEWAY", house.addresses().payments().toString());
        builder.environment().put("GIAOVAN_KEY", TestKeys.grant(house).secret());
        try {
            Process process = builder.start();
            if (process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            out.println("The scenario did not end within " + MINUTES_MAX + " minutes.");
            return NOT_ENDED;
        } catch (IOException broken) {
            throw new UsageException("--node: " + node + " cannot be started, " + broken.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return NOT_ENDED;
        }
    }

    private static Path copied(Path folder) {
        Path file = folder.resolve(SCENARIO);
        try (InputStream scenario = Objects.requireNonNull(
                SdkNodeCommand.class.getResourceAsStream("/sdk-node/" + SCENARIO), "the scenario is not built in")) {
            Files.copy(scenario, file);
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException("the scenario cannot be written to " + file, broken);
        }
    }
}
