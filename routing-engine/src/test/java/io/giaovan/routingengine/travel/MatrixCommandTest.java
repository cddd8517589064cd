package io.giaovan.routingengine.travel;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.network.TestRoads;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MatrixCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void itTellsThePhasesAndThatCheckedPairsAgree() {
        int status = run(
                "--points",
                "30",
                "--seed",
                "7",
                "--check",
                "50",
                "--work",
                TestRoads.WORK.toString(),
                "--profile",
                "van");

        assertThat(status).isZero();
        assertThat(text(out))
                .contains("open", "snap", "search", "points     30 (van)", "50 pairs one by one: 0 differ");
    }

    @Test
    void aWrongArgumentIsNamedWithItsLimit() {
        assertThat(run("--points", "0")).isEqualTo(2);
        assertThat(run("--profile", "submarine")).isEqualTo(2);
        assertThat(run("--osm", "/nowhere/x.osm.pbf")).isEqualTo(2);
        assertThat(run("--bogus", "1")).isEqualTo(2);
        assertThat(run("--seed")).isEqualTo(2);

        assertThat(text(err))
                .contains(
                        "--points: 0 is outside 1 to 10000",
                        "'submarine' is not one of motorbike, van, truck",
                        "there is no readable file /nowhere/x.osm.pbf",
                        "--bogus: is not an option",
                        "--seed: a value is missing");
    }

    private int run(String... args) {
        return MatrixCommand.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
