package io.giaovan.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RoomRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.giaovan.benchmarks");

    @Test
    void theJudgeSharesNoCodeWithTheEngine() {
        assertFound("io.giaovan.benchmarks.plan.task");

        noClasses()
                .that()
                .resideInAPackage("io.giaovan.benchmarks.plan.task..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.giaovan.routingengine..", "io.giaovan.benchmarks.plan.peer..")
                .check(CLASSES);
    }

    @Test
    void otherSolversAreKnownToTheirPeersOnly() {
        assertFound("io.giaovan.benchmarks.plan.peer.timefold");

        noClasses()
                .that()
                .resideOutsideOfPackage("io.giaovan.benchmarks.plan.peer..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.google.ortools..", "com.graphhopper.jsprit..", "ai.timefold..", "org.optaplanner..")
                .check(CLASSES);
    }

    private static void assertFound(String room) {
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().equals(room)))
                .as("classes in " + room)
                .isNotEmpty();
    }
}
