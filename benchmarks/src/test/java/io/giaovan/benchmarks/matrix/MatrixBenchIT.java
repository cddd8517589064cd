package io.giaovan.benchmarks.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.giaovan.standalone.command.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MatrixBenchIT {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void theMatrixAgreesWithOneQueryAPair() {
        int status = run("--points", "20,120", "--profile", "van", "--work", folder.toString());

        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Matrices for van on the made-up city of seed 1", "valhalla: left out")
                .containsPattern("\n +20 .* 400 pairs: 0 differ, at most [01] s")
                .containsPattern("\n +120 .* ~\\d+ .* 10000 pairs: 0 differ, at most [01] s");
    }

    @Test
    void anExtractIsReadBesideASolverThatNeedsAnotherProtobuf() {
        Path extract = Path.of(System.getProperty("giaovan.shared", "shared"), "osm", "monaco.osm.pbf");
        assumeTrue(Files.isRegularFile(extract), () -> "skipped: there is no road extract " + extract);

        int status = run("--points", "10", "--osm", extract.toString(), "--work", folder.toString());

        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Matrices for motorbike on monaco.osm.pbf", "100 pairs: 0 differ");
    }

    @Test
    void wrongArgumentsAreRefusedByName() {
        assertThatThrownBy(() -> run("--points", "1"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--points: '1' has a number outside 2 to 5000");
        assertThatThrownBy(() -> run("--profile", "tram"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--profile: 'tram' is not one of motorbike, van, truck");
        assertThatThrownBy(() -> run("--osm", "/nowhere.pbf"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--osm: there is no readable file /nowhere.pbf");
        assertThatThrownBy(() -> run("--node", "modules"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--node: needs --osm");
    }

    private int run(String... arguments) {
        return MatrixBench.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
    }
}
