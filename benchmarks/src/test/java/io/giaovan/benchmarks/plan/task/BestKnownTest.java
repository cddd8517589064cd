package io.giaovan.benchmarks.plan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BestKnownTest {
    @TempDir
    private Path folder;

    @Test
    void eachConventionHasItsOwnValue() throws IOException {
        Tasks.file(folder, "bks.csv", """
                instance,kind,bks_cost,bks_vehicles,objective_convention,source
                r1_10_1,VRPTW,53435.98,100,SINTEF: vehicles then real distance,a
                r1_10_1,VRPTW,53026.1,95,"DIMACS: trunc 1 decimal, distance only",b
                R1_2_1,VRPTW,4784.11,20,SINTEF: vehicles then real distance,a
                lr102,PDPTW,1487.57,17,SINTEF: vehicles then real distance,a
                X-n101-k25,CVRP,27591,26,X: rounded-int distance,c
                """);

        BestKnown best = BestKnown.in(folder);

        assertThat(best.find("R1_10_1", Convention.DIMACS)).hasValue(53026.1);
        assertThat(best.find("X-n101-k25", Convention.X)).hasValue(27591);
        assertThat(best.find("r1_2_1", Convention.DIMACS)).isEmpty();
        assertThat(best.find("lr102", Convention.LI_LIM_DISTANCE)).isEmpty();
        assertThat(best.find("X-n101-k25", Convention.DIMACS)).isEmpty();
    }

    @Test
    void valuesWithoutAConventionAreRefused() {
        Tasks.file(folder, "bks.csv", "instance,kind,bks_cost\nsquare,CVRP,54\n");

        assertThatThrownBy(() -> BestKnown.in(folder)).hasMessageContaining("has no column objective_convention");
    }

    @Test
    void withoutAFileNothingIsKnown() throws IOException {
        assertThat(BestKnown.in(folder).find("square", Convention.X)).isEmpty();
    }
}
