package io.giaovan.edge.operation;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Ends this process when the one that started it is gone, however it went: the starter holds the other end of our
 * standard input, and the system closes that for the dead.
 */
public final class StarterWatch {
    /** System property that asks for the watch, {@code true} or {@code false}. */
    public static final String PROPERTY = "giaovan.ends-with-starter";

    /** Exit status of a process whose starter is gone. */
    public static final int STATUS = 75;

    /** How long an orderly end may take; the store may be gone with the starter, so it may never come. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private StarterWatch() {}

    /** Begins to watch if the starter asked for it; an ordinary process does not care about its standard input. */
    public static void beginIfAsked() {
        if (Boolean.getBoolean(PROPERTY)) {
            InputStream fromStarter = System.in;
            Thread.ofPlatform().name("starter-watch").daemon().start(() -> {
                awaitEnd(fromStarter);
                Thread.ofPlatform().name("starter-watch-halt").daemon().start(StarterWatch::haltAfterGrace);
                System.exit(STATUS);
            });
        }
    }

    private static void awaitEnd(InputStream fromStarter) {
        byte[] ignored = new byte[256];
        int read = 0;
        while (read >= 0) {
            try {
                read = fromStarter.read(ignored);
            } catch (IOException broken) {
                // nobody is at the other end any more
                read = -1;
            }
        }
    }

    private static void haltAfterGrace() {
        try {
            Thread.sleep(GRACE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(STATUS);
    }
}
