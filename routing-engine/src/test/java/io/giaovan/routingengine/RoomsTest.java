package io.giaovan.routingengine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may import whom in this module. Each rule first proves that it found classes to check. */
class RoomsTest {
    private static final String HOME = "io.giaovan.routingengine";
    private static final List<String> ORDER = List.of(
            "network",
            "travel",
            "model",
            "rule",
            "solve",
            "check",
            "explain",
            "plan",
            "fleet",
            "promise",
            "dispatch",
            "courier");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOME);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aRoomKnowsNoLowerRoom(int place) {
        String room = in(ORDER.get(place));
        String[] lower = ORDER.subList(place + 1, ORDER.size()).stream()
                .map(RoomsTest::in)
                .toArray(String[]::new);

        assertThat(found(ORDER.get(place))).as("classes in %s", room).isPositive();
        if (ORDER.get(place).equals("model")) {
            // Travel matrices are part of a problem; the model knows them and nothing else above or below.
            lower = ORDER.subList(3, ORDER.size()).stream().map(RoomsTest::in).toArray(String[]::new);
        }
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(lower)
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dispatch/delivery,route,day,live,board,api", "network/address,graph"})
    void withinARoomNoPartKnowsALowerOne(String parts) {
        String room = parts.substring(0, parts.indexOf('/'));
        List<String> order = List.of(parts.substring(parts.indexOf('/') + 1).split(","));
        for (int place = 0; place < order.size(); place++) {
            String part = room + "." + order.get(place);
            assertThat(found(part)).as("classes in %s", part).isPositive();
            String[] higher = Stream.concat(
                            Stream.of(HOME + "." + room),
                            order.subList(0, place).stream().map(above -> in(room + "." + above)))
                    .toArray(String[]::new);
            ArchRuleDefinition.noClasses()
                    .that()
                    .resideInAnyPackage(higher)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(in(part))
                    .check(CLASSES);
        }
    }

    @Test
    void theJudgeSharesNothingWithTheSolver() {
        assertThat(found("check")).isPositive();
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(in("check"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("solve"), in("rule"))
                .check(CLASSES);
    }

    @Test
    void theOtherServicesAreUnknownHere() {
        assertThat(CLASSES).isNotEmpty();
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.giaovan.orderservice..",
                        "io.giaovan.paymentgateway..",
                        "io.giaovan.integrations..",
                        "io.giaovan.standalone..")
                .check(CLASSES);
    }

    @Test
    void mongoStaysInMongoClasses() {
        framework("com.mongodb..", ".*\\.(Mongo\\w+)(\\$.*)?");
    }

    @Test
    void httpStaysInControllers() {
        framework("io.micronaut.http..", ".*\\.\\w+(Controller|Filter|ErrorShape)(\\$.*)?");
    }

    @Test
    void optaPlannerStaysInPlanningRooms() {
        String[] allowed = {in("model"), in("rule"), in("solve")};
        assertThat(CLASSES.stream().anyMatch(type -> dependsOn(type, "org.optaplanner")))
                .isTrue();
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.optaplanner..")
                .check(CLASSES);
    }

    private static void framework(String packages, String names) {
        assertThat(CLASSES.stream().anyMatch(type -> type.getName().matches(names)))
                .as("classes named %s", names)
                .isTrue();
        ArchRuleDefinition.noClasses()
                .that()
                .haveNameNotMatching(names)
                .and()
                .haveNameNotMatching(".*\\$(Definition|Intercepted|Introspection|Exec)\\b.*|.*\\.\\$.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages)
                .check(CLASSES);
    }

    private static boolean dependsOn(JavaClass type, String packagePrefix) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getName().startsWith(packagePrefix));
    }

    private static long found(String room) {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().equals(HOME + "." + room)
                        || type.getPackageName().startsWith(HOME + "." + room + "."))
                .count();
    }

    private static String in(String room) {
        return HOME + "." + room + "..";
    }
}
