package io.giaovan.integrations;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomsTest {
    private static final String HERE = "io.giaovan.integrations.";
    private static final JavaClasses ROOMS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.giaovan.integrations");

    /** Classes that Micronaut generates beside ours carry a dollar sign. */
    private static final DescribedPredicate<JavaClass> GENERATED =
            DescribedPredicate.describe("generated", found -> found.getName().contains("$"));

    @ParameterizedTest
    @CsvSource({
        "sync, address|channel|carrier|sandbox",
        "address, sync|channel|carrier|sandbox",
        "channel, carrier|sandbox",
        "carrier, channel|address|sandbox",
        "sandbox, address|channel|carrier",
    })
    void aRoomUsesHigherRoomsOnly(String room, String forbidden) {
        assertFound(resideInAPackage(HERE + room + ".."), 5);

        String[] packages = forbidden.replaceAll("([a-z]+)", HERE + "$1..").split("\\|");

        noClasses()
                .that()
                .resideInAPackage(HERE + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(ROOMS);
    }

    @Test
    void roomsHaveNoCycles() {
        assertFound(resideInAPackage("io.giaovan.integrations.."), 100);

        slices().matching(HERE + "(*)..").should().beFreeOfCycles().check(ROOMS);
    }

    @Test
    void neighboursAreMetThroughContractsOnly() {
        assertFound(resideInAPackage("io.giaovan.integrations.."), 100);

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.giaovan.orderservice..",
                        "io.giaovan.routingengine..",
                        "io.giaovan.paymentgateway..",
                        "io.giaovan.standalone..")
                .check(ROOMS);
    }

    @Test
    void camelStaysInFlows() {
        assertFound(named(".*Flow"), 5);

        noClasses()
                .that()
                .haveNameNotMatching(".*(Flow|Flows|FlowFactory)(\\$.*)?")
                .and(DescribedPredicate.not(GENERATED))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(ROOMS);
    }

    @Test
    void mongoStaysInMongoClasses() {
        assertFound(named(".*\\.Mongo[A-Za-z]+"), 6);

        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Mongo")
                .and(DescribedPredicate.not(GENERATED))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..")
                .check(ROOMS);
    }

    @Test
    void httpStaysInControllersAndClients() {
        assertFound(named(".*Controller"), 7);

        noClasses()
                .that()
                .haveNameNotMatching(".*\\.([A-Za-z]*(Controller|Client)|Remote[A-Za-z]+)(\\$.*)?")
                .and()
                .resideOutsideOfPackage(HERE + "sandbox..")
                .and(DescribedPredicate.not(GENERATED))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut.http..", "java.net.http..")
                .check(ROOMS);
    }

    @Test
    void everyPackageForbidsNullUnlessSaid() {
        assertFound(named(".*package-info"), 8);

        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked")
                .check(ROOMS);
    }

    private static DescribedPredicate<JavaClass> named(String pattern) {
        return DescribedPredicate.describe(pattern, found -> found.getName().matches(pattern));
    }

    private static void assertFound(DescribedPredicate<JavaClass> wanted, int least) {
        assertThat(ROOMS.that(wanted)).as("classes to check").hasSizeGreaterThanOrEqualTo(least);
    }
}
