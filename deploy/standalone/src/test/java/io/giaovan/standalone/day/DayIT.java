package io.giaovan.standalone.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promise of the README in small: a parcel's whole journey, many times over, through the HTTP interfaces. */
class DayIT {
    @Test
    void aDayEndsLawfullyAndTheSameSeedTellsTheSameStory() {
        Played first = play();
        Played second = play();

        assertThat(first.status).as(first.report).isZero();
        assertThat(first.report).contains("Every invariant held").contains("partner shops, vietqr");
        assertThat(value(first, "remittance files, CSV")).isPositive();
        assertThat(value(first, "rows"))
                .isEqualTo(value(first, "delivered for cash"))
                .isPositive();
        assertThat(value(first, "rows matched")).isEqualTo(value(first, "rows"));
        assertThat(value(first, "still owed by companies")).isZero();
        assertThat(second.report).isEqualTo(first.report);
    }

    private static long value(Played played, String name) {
        return played.report
                .lines()
                .filter(line -> line.matches("  \\Q" + name + "\\E +[0-9,]+"))
                .mapToLong(line ->
                        Long.parseLong(line.substring(name.length() + 2).strip().replace(",", "")))
                .findFirst()
                .orElseThrow();
    }

    private record Played(int status, String report) {}

    private static Played play() {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        int status = DayCommand.run(
                List.of("--orders", "24", "--couriers", "3", "--seed", "11"),
                new PrintStream(report, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        return new Played(status, report.toString(StandardCharsets.UTF_8));
    }
}
