package io.giaovan.paymentgateway.sandbox.telecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.giaovan.paymentgateway.TestGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the scenarios that CAMARA publishes for carrier billing against the fake telecom. Each is run; those that the
 * telecom does not meet are named here with the reason, and must indeed fail.
 */
class CamaraFeaturesIT {
    private static final String NO_SUCH_CODE = "the code it asks for is not in CAMARA's own description of the API";
    private static final Map<String, String> UNMET = Map.ofEntries(
            Map.entry("create_payment_422.01_phoneNumber_required", NO_SUCH_CODE),
            Map.entry("prepare_payment_422.01_phoneNumber_required", NO_SUCH_CODE),
            Map.entry("confirm_payment_422.01_phoneNumber_required", NO_SUCH_CODE),
            Map.entry("cancel_payment_422.01_phoneNumber_required", NO_SUCH_CODE),
            Map.entry("create_payment_422.02_accumulated_threshold_amount_overpassed", NO_SUCH_CODE),
            Map.entry("prepare_payment_422.02_accumulated_threshold_amount_overpassed", NO_SUCH_CODE),
            Map.entry("create_refund_422.02_accumulated_threshold_amount_overpassed", NO_SUCH_CODE),
            Map.entry("retrieve_payments_400.02_out_of_range", NO_SUCH_CODE),
            Map.entry("retrieve_refunds_400.02_out_of_range", NO_SUCH_CODE),
            Map.entry(
                    "confirm_payment_C02.04_missing_phone_number",
                    "it sends the same empty body as 400.02_empty_request_body and asks for another answer"),
            Map.entry(
                    "cancel_payment_C02.04_missing_phone_number",
                    "it sends the same empty body as 400.02_empty_request_body and asks for another answer"));
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @TestFactory
    Stream<DynamicTest> everyScenario() throws IOException {
        List<Scenario> scenarios = scenarios("everyScenario");
        return scenarios.stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.toString(), () -> {
                    String unmet = UNMET.get(scenario.tag());
                    if (unmet == null) {
                        new ScenarioRun(gateway, scenario).run();
                    } else {
                        assertThatThrownBy(() -> new ScenarioRun(gateway, scenario).run())
                                .as("listed as unmet because " + unmet)
                                .isInstanceOf(AssertionError.class);
                    }
                }));
    }

    @Test
    void noneIsForgotten() throws IOException {
        List<Scenario> scenarios = scenarios("noneIsForgotten");

        assertThat(scenarios.stream().map(Scenario::operation).collect(Collectors.toSet()))
                .hasSize(11);
        assertThat(scenarios).hasSizeGreaterThan(237);
        assertThat(new TreeSet<>(UNMET.keySet()))
                .isSubsetOf(scenarios.stream().map(Scenario::tag).collect(Collectors.toSet()));
    }

    private static List<Scenario> scenarios(String test) throws IOException {
        Path directory = Path.of(System.getProperty("giaovan.shared", "../shared"), "specs", "camara-features");
        assumeTrue(
                Files.isDirectory(directory),
                "SKIPPED " + test + ": no scenarios at " + directory + " (property giaovan.shared)");
        return Scenario.readAll(directory);
    }
}
