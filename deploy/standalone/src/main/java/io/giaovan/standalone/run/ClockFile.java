package io.giaovan.standalone.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers where a simulated clock stood, a little ahead of it, so that a house that was killed never goes back in time
 * when it starts again.
 */
final class ClockFile {
    private static final String NAME = "clock";

    private final Path file;
    private final Duration ahead;

    /** @param ahead how far ahead of the clock is written; more than the clock moves between two writes */
    ClockFile(Path folder, Duration ahead) {
        this.file = folder.resolve(NAME);
        this.ahead = ahead;
    }

    /** Where the clock has to go on; empty at the first start. */
    Optional<Instant> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(Instant.parse(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException("the clock in " + file + " cannot be read", broken);
        }
    }

    void write(Instant now) {
        Path fresh = file.resolveSibling(NAME + ".new");
        try {
            Files.writeString(fresh, now.plus(ahead).toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException("the clock cannot be written to " + file, broken);
        }
    }
}
