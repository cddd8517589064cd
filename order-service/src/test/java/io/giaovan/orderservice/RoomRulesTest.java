package io.giaovan.orderservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom in this module. Each rule first proves that it found classes to check. */
class RoomRulesTest {
    private static final String HOME = "io.giaovan.orderservice";
    /** Goods go down this list: a room may use the ones above it. */
    private static final List<String> ORDER = List.of(
            "access",
            "merchant",
            "stock",
            "order",
            "intake",
            "checkout",
            "packing",
            "shipment",
            "tracking",
            "notice",
            "settlement",
            "portal");
    /** The container's generated classes are Mongo's and HTTP's business as much as what they are made from. */
    private static final String GENERATED = ".*\\.\\$.*|.*\\$(Definition|Intercepted|Introspection|Exec)\\b.*";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOME);

    static Stream<String> rooms() {
        return ORDER.stream();
    }

    static Stream<String> roomsWithLowerOnes() {
        return ORDER.stream().limit(ORDER.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("roomsWithLowerOnes")
    void aRoomKnowsNoLowerRoom(String room) {
        String[] lower = ORDER.subList(ORDER.indexOf(room) + 1, ORDER.size()).stream()
                .map(RoomRulesTest::in)
                .toArray(String[]::new);

        assertThat(found(room)).as("classes in %s", room).isPositive();
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(in(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(lower)
                .check(CLASSES);
    }

    @Test
    void withinSettlementNoPartKnowsALowerOne() {
        List<String> parts = List.of("booking", "statement", "closing", "seller", "record", "day");
        for (String part : parts) {
            assertThat(found("settlement." + part)).as("classes in %s", part).isPositive();
            ArchRuleDefinition.noClasses()
                    .that()
                    .resideInAnyPackage(parts.subList(0, parts.indexOf(part)).stream()
                            .map(above -> in("settlement." + above))
                            .toArray(String[]::new))
                    .or()
                    .resideInAPackage(HOME + ".settlement")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(in("settlement." + part))
                    .check(CLASSES);
        }
    }

    @Test
    void everyRoomIsInTheOrder() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(HOME + "."))
                        .map(name -> name.substring(HOME.length() + 1).split("\\.", 2)[0])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void roomsMakeNoCircle() {
        assertThat(CLASSES).isNotEmpty();
        SlicesRuleDefinition.slices()
                .matching(HOME + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void theOtherServicesAreUnknownHere() {
        assertThat(CLASSES).isNotEmpty();
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.giaovan.routingengine..",
                        "io.giaovan.paymentgateway..",
                        "io.giaovan.integrations..",
                        "io.giaovan.standalone..")
                .check(CLASSES);
    }

    @Test
    void mongoStaysInMongoClasses() {
        framework("com.mongodb..", ".*\\.Mongo\\w+(\\$.*)?");
    }

    @Test
    void documentsStayInMongoClassesAndTheirMappings() {
        framework("org.bson..", ".*\\.(Mongo\\w+|\\w+Documents)(\\$.*)?");
    }

    @Test
    void onlyWhoTalksOverHttpKnowsItsAnnotations() {
        framework("io.micronaut.http.annotation..", ".*\\.\\w+Controller(\\$.*)?");
    }

    @Test
    void controllersBelongToTheirRoomAlone() {
        assertThat(controllers()).isNotEmpty();
        assertThat(controllers())
                .allSatisfy(type -> assertThat(type.getModifiers())
                        .as(type.getName())
                        .doesNotContain(JavaModifier.PUBLIC)
                        .contains(JavaModifier.FINAL));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void whatMongoKeepsIsNoRoomsPublicFace(String room) {
        assertThat(found(room)).as("classes in %s", room).isPositive();
        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().equals(HOME + "." + room))
                        .filter(type -> type.getSimpleName().startsWith("Mongo"))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)))
                .isEmpty();
    }

    private static List<JavaClass> controllers() {
        return CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Controller"))
                .toList();
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
