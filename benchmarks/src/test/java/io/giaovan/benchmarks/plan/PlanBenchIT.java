package io.giaovan.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanBenchIT {
    private static final String SQUARE = """
            NAME : square
            TYPE : CVRP
            DIMENSION : 5
            EDGE_WEIGHT_TYPE : EUC_2D
            CAPACITY : 10
            NODE_COORD_SECTION
            1 0 0
            2 0 10
            3 10 10
            4 10 0
            5 20 0
            DEMAND_SECTION
            1 0
            2 2
            3 2
            4 2
            5 2
            DEPOT_SECTION
            1
            -1
            EOF
            """;

    @TempDir
    private Path folder;

    @Test
    void aTinyInstanceIsPlannedLawfullyAndHeldAgainstItsBestKnownValue() throws IOException {
        Files.writeString(folder.resolve("square.vrp"), SQUARE);
        Files.writeString(folder.resolve("bks.csv"), "instance,kind,bks_cost\nsquare,CVRP,54\n");
        ByteArrayOutputStream table = new ByteArrayOutputStream();

        int status = PlanBench.run(
                List.of("--instances", folder.toString(), "--seconds", "0.2"),
                new PrintStream(table, true, StandardCharsets.UTF_8));

        assertThat(status).isZero();
        assertThat(table.toString(StandardCharsets.UTF_8))
                .contains("square")
                .containsPattern("square +0\\.2 +54\\.0 +1\\.0 +0\\.00 true");
    }
}
