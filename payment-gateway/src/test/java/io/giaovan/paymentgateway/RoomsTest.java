package io.giaovan.paymentgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom in this module. Each rule first proves that it found classes to check. */
class RoomsTest {
    private static final String HOME = "io.giaovan.paymentgateway";
    /** As the plan lists them; the desk, which answers the other services, stands on all that it calls. */
    private static final List<String> ORDER = List.of(
            "ledger", "rail", "limit", "charge", "api", "callback", "cod", "payout", "reconcile", "desk", "sandbox");

    private static final List<String> RAILS =
            List.of("rail.vietqr", "rail.carrierbilling", "rail.mobilemoney", "rail.wallet", "rail.cash");
    /** What annotation processors add beside our classes. */
    private static final String GENERATED = ".*\\$(Definition|Intercepted|Introspection|Exec)\\b.*|.*\\.\\$.*";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOME);

    static Stream<String> upperRooms() {
        return ORDER.stream().limit(ORDER.size() - 1L);
    }

    @ParameterizedTest
    @MethodSource("upperRooms")
    void aRoomKnowsNoLowerRoom(String room) {
        String[] lower = ORDER.subList(ORDER.indexOf(room) + 1, ORDER.size()).stream()
                .map(RoomsTest::in)
                .toArray(String[]::new);

        assertThat(found(room)).as("classes in %s", room).isPositive();
        noImport(in(room), lower).check(CLASSES);
    }

    @Test
    void everyRoomHasItsPlaceInTheOrder() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals(HOME))
                        .map(name -> name.substring(HOME.length() + 1).split("\\.")[0])
                        .filter(name -> !name.equals("jte"))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void theSandboxIsUsedByNobody() {
        assertThat(found("sandbox")).isPositive();
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage(in("sandbox"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("sandbox"))
                .check(CLASSES);
    }

    @Test
    void railsKnowEachOtherOnlyThroughTheBank() {
        for (String rail : RAILS) {
            String[] others = RAILS.stream()
                    .filter(other -> !other.equals(rail))
                    .map(RoomsTest::in)
                    .toArray(String[]::new);
            assertThat(found(rail)).as("classes in %s", rail).isPositive();
            noImport(in(rail), others).check(CLASSES);
        }
    }

    @Test
    void theOtherServicesAreUnknownHere() {
        assertThat(CLASSES).isNotEmpty();
        noImport(
                        HOME + "..",
                        "io.giaovan.orderservice..",
                        "io.giaovan.routingengine..",
                        "io.giaovan.integrations..",
                        "io.giaovan.standalone..")
                .check(CLASSES);
    }

    @Test
    void mongoStaysInMongoClasses() {
        framework("com.mongodb..", ".*\\.Mongo\\w+(\\$.*)?");
    }

    @Test
    void httpStaysInControllers() {
        framework("io.micronaut.http..", ".*\\.\\w+(Controller|Filter|ErrorShape)(\\$.*)?");
    }

    @Test
    void aBrokenRuleIsNoticed() {
        assertThat(found("desk")).isPositive();
        assertThatThrownBy(() -> noImport(in("desk"), in("charge")).check(CLASSES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GatewayDesk");
    }

    private static ArchRule noImport(String from, String... to) {
        return ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to);
    }

    private static void framework(String packages, String names) {
        assertThat(CLASSES.stream().anyMatch(type -> type.getName().matches(names)))
                .as("classes named %s", names)
                .isTrue();
        ArchRuleDefinition.noClasses()
                .that()
                .haveNameNotMatching(names)
                .and()
                .haveNameNotMatching(GENERATED)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages)
                .check(CLASSES);
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
