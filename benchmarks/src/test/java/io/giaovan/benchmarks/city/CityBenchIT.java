package io.giaovan.benchmarks.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class CityBenchIT {
    @Test
    void aSmallDayIsPlayedAndEveryFigureStandsBesideItsGoal() {
        ByteArrayOutputStream table = new ByteArrayOutputStream();

        int status = CityBench.run(
                List.of("--stops", "60", "--vehicles", "6", "--buyers", "2", "--quotes", "2", "--seconds", "1"),
                new PrintStream(table, true, StandardCharsets.UTF_8));

        assertThat(status).isZero();
        assertThat(table.toString(StandardCharsets.UTF_8))
                .containsPattern("first full plan +[0-9.]+ s +at most 10 s")
                .containsPattern("slot quote, 2 buyers at once, p95 +[0-9.]+ ms +at most 100 ms")
                .containsPattern("positions, 6 couriers, 20 a second each, p99 +[0-9.]+ ms +at most 50 ms")
                .containsPattern("one parcel more, replanned +[0-9.]+ s +at most 5 s")
                .containsPattern("closed road on the live plan, the last change +[0-9.]+ s +at most 5 s");
    }
}
