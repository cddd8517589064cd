package io.giaovan.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a split house begins and ends. What it does in between is the same contracts as in one process. */
class SplitHouseIT {
    private static final Duration END = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void theServicesEndWhenTheProcessThatStartedThemIsKilled() throws Exception {
        Process starter = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedHouse.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> services;
        try (BufferedReader said = starter.inputReader()) {
            services = readServices(said);
        } finally {
            starter.destroyForcibly();
        }

        assertThat(services).hasSize(4);
        for (ProcessHandle service : services) {
            awaitEnd(service);
        }
    }

    @Test
    void aServiceThatEndsWhileItStartsFailsTheStartWithItsLastWordsAndLeavesNothingRunning() {
        HousePlan wrong = HousePlan.at(folder).throwAway().with("giaovan.mailbox.attempts-max", 0);
        List<ProcessHandle> before = ProcessHandle.current().children().toList();

        assertThatThrownBy(() -> SplitHouse.start(wrong))
                .isInstanceOf(HouseNotStarted.class)
                .hasMessageContaining("ended with status")
                .hasMessageContaining("attemptsMax");

        assertThat(ProcessHandle.current().children().filter(child -> !before.contains(child)))
                .noneMatch(ProcessHandle::isAlive);
        assertThat(folder.resolve("logs").resolve("order-service.log")).exists();
    }

    private static List<ProcessHandle> readServices(BufferedReader said) throws IOException {
        List<ProcessHandle> services = new ArrayList<>();
        for (String line = said.readLine(); line != null && !line.equals("up"); line = said.readLine()) {
            services.add(ProcessHandle.of(Long.parseLong(line)).orElseThrow());
        }
        return services;
    }

    private static void awaitEnd(ProcessHandle service) throws InterruptedException, ExecutionException {
        try {
            service.onExit().get(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException alive) {
            service.destroyForcibly();
            throw new AssertionError("process " + service.pid() + " outlived its starter by " + END, alive);
        }
    }
}
