package io.giaovan.standalone.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a process says to a file and remembers the end of it. A file that is full, or that an earlier start left,
 * takes the place of the one before, so a service has at most two. Safe for concurrent use.
 */
final class ServiceLog {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceLog.class);
    static final int BYTES_MAX = 8 << 20;
    private static final int END_BYTES_MAX = 8 << 10;
    private static final int END_LINES_MAX = 25;
    private static final Duration REST = Duration.ofSeconds(2);

    private final Path file;
    private final int bytesMax;
    private final Thread writer;
    private byte[] end = new byte[0];

    private ServiceLog(InputStream said, Path file, int bytesMax) {
        this.file = file;
        this.bytesMax = bytesMax;
        this.writer =
                Thread.ofPlatform().name("log-" + file.getFileName()).daemon().start(() -> write(said));
    }

    /** Follows a process's output until it ends. */
    static ServiceLog follow(InputStream said, Path file) {
        return follow(said, file, BYTES_MAX);
    }

    static ServiceLog follow(InputStream said, Path file, int bytesMax) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException broken) {
            throw new UncheckedIOException("the folder of " + file + " cannot be made", broken);
        }
        return new ServiceLog(said, file, bytesMax);
    }

    /** The last lines; all that a process said that has ended. */
    String lastLines() {
        try {
            writer.join(REST);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        byte[] known;
        synchronized (this) {
            known = end;
        }
        List<String> lines = new String(known, StandardCharsets.UTF_8).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - END_LINES_MAX), lines.size()));
    }

    private void write(InputStream said) {
        try {
            byte[] part = new byte[8 << 10];
            int length = said.read(part);
            while (length >= 0) {
                length = writeFile(said, part, length);
            }
        } catch (IOException broken) {
            LOG.warn("{} is not written any more: {}", file, broken.toString());
        }
    }

    /** Fills one file, and answers with the length of the part that did not fit, or -1 at the end. */
    private int writeFile(InputStream said, byte[] part, int first) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            int length = first;
            long written = 0;
            while (length >= 0 && (written == 0 || written + length <= bytesMax)) {
                out.write(part, 0, length);
                written += length;
                remember(part, length);
                length = said.read(part);
            }
            return length;
        }
    }

    private synchronized void remember(byte[] part, int length) {
        byte[] both = Arrays.copyOf(end, end.length + length);
        System.arraycopy(part, 0, both, end.length, length);
        end = Arrays.copyOfRange(both, Math.max(0, both.length - END_BYTES_MAX), both.length);
    }
}
