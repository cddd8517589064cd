package io.giaovan.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLogTest {
    private static final int BYTES_MAX = 32 << 10;

    @TempDir
    private Path folder;

    @Test
    void theLastLinesAreRememberedAndAllOfThemWritten() throws IOException {
        String text = lines(1, 100);

        String last = ServiceLog.follow(stream(text), file(), BYTES_MAX).lastLines();

        assertThat(last.lines()).hasSize(25).first().isEqualTo("line 76");
        assertThat(last).endsWith("line 100");
        assertThat(file()).hasContent(text);
    }

    @Test
    void anEarlierStartsFileIsKeptOnce() throws IOException {
        ServiceLog.follow(stream("first\n"), file(), BYTES_MAX).lastLines();
        ServiceLog.follow(stream("second\n"), file(), BYTES_MAX).lastLines();
        ServiceLog.follow(stream("third\n"), file(), BYTES_MAX).lastLines();

        assertThat(file()).hasContent("third");
        assertThat(folder.resolve("a.log.1")).hasContent("second");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void aFileThatIsFullIsPutAsideSoThatNoneGrowsOverTheLimit() throws IOException {
        ServiceLog.follow(stream(lines(1, 20_000)), file(), BYTES_MAX).lastLines();

        assertThat(Files.size(file())).isBetween(1L, (long) BYTES_MAX);
        assertThat(Files.size(folder.resolve("a.log.1"))).isBetween(1L, (long) BYTES_MAX);
        assertThat(Files.readString(file())).endsWith("line 20000\n");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    private Path file() {
        return folder.resolve("a.log");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }
}
