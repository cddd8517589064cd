package io.giaovan.standalone.start;

import io.giaovan.edge.operation.StarterWatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command line of another JVM for the house, which ends when this process ends. */
public final class JavaCommand {
    private JavaCommand() {}

    /**
     * Builds it.
     *
     * @param heapMax largest heap, in the words of {@code -Xmx}
     * @param more further options, then the main class and its arguments; never a secret, since anybody can list it
     */
    public static List<String> of(String heapMax, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMax,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + StarterWatch.PROPERTY + "=true"));
        command.addAll(Arrays.asList(more));
        return command;
    }
}
