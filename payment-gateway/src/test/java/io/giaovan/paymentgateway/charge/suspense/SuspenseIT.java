package io.giaovan.paymentgateway.charge.suspense;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.Till;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuspenseIT {
    private final TestGateway gateway = TestGateway.start();
    private final Till till = new Till(gateway, "lotus");

    @AfterEach
    void stop() {
        gateway.awaitQuiet();
        assertThat(gateway.ledger().audit().findings()).isEmpty();
        gateway.close();
    }

    @Test
    void moneyThatCameTwicePaysAnotherChargeAndTheRestGoesBack() {
        ChargeView paid = open(250_000);
        scan(paid, 250_000);
        scan(paid, 250_000);
        ChargeView waiting = open(200_000);
        JsonNode found = onlyCase();
        assertThat(found.path("open").path("amount").asLong()).isEqualTo(250_000);

        assertThat(resolve(found, "PAYS_CHARGE", 200_000, "r-1", waiting)).isEqualTo(200);
        assertThat(resolve(found, "PAYS_CHARGE", 200_000, "r-1", waiting)).isEqualTo(200);
        assertThat(resolve(found, "PAYS_CHARGE", 199_999, "r-1", waiting)).isEqualTo(422);
        assertThat(status(waiting)).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(till.owed()).isEqualTo(450_000);
        assertThat(resolve(found, "SENT_BACK", 50_001, "ft-1", null)).isEqualTo(422);
        assertThat(resolve(found, "SENT_BACK", 50_000, "ft-1", null)).isEqualTo(200);

        assertThat(till.balance(Kind.SUSPENSE, "house")).isZero();
        assertThat(gateway.read(gateway.get("/internal/suspense")).path("cases"))
                .isEmpty();
    }

    @Test
    void oneTransferForTwoChargesIsSharedBetweenThem() {
        ChargeView one = open(100_000);
        ChargeView other = open(150_000);
        var sent = gateway.post("/sandbox/bank/transfers", Map.of("qrData", qr(one), "amount", 250_000));
        assertThat(sent.statusCode()).isEqualTo(201);
        gateway.awaitQuiet();
        assertThat(till.owed()).isEqualTo(100_000);

        JsonNode rest = onlyCase();
        assertThat(rest.path("open").path("amount").asLong()).isEqualTo(150_000);
        assertThat(resolve(rest, "PAYS_CHARGE", 150_000, "r-1", other)).isEqualTo(200);

        assertThat(status(other)).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(till.owed()).isEqualTo(250_000);
    }

    @Test
    void aChargeThatWantsNoMoneyLeavesItWhereItIs() {
        ChargeView paid = open(80_000);
        scan(paid, 80_000);
        scan(paid, 80_000);
        JsonNode found = onlyCase();

        assertThat(resolve(found, "PAYS_CHARGE", 80_000, "r-1", paid)).isEqualTo(200);

        JsonNode after = onlyCase();
        assertThat(after.path("open").path("amount").asLong()).isEqualTo(80_000);
        assertThat(after.path("money").path("trail").path(0).path("status").asText())
                .isEqualTo("NOT_WANTED");
        assertThat(after.path("money").path("trail").path(0).path("by").asText())
                .isEqualTo("An Nguyen");
        assertThat(resolve(found, "SELLERS", 80_000, "r-2", paid)).isEqualTo(200);
        assertThat(till.owed()).isEqualTo(160_000);
    }

    @Test
    void theAuditLogNamesWhoDecidedAlsoWhereTheDecisionIsRefused() {
        ChargeView paid = open(80_000);
        scan(paid, 80_000);
        scan(paid, 80_000);
        JsonNode found = onlyCase();

        assertThat(resolve(found, "SELLERS", 80_001, "r-1", paid)).isEqualTo(422);
        assertThat(resolve(found, "SELLERS", 80_000, "r-1", paid)).isEqualTo(200);

        JsonNode entries = gateway.read(gateway.get("/internal/audit?limit=2")).path("entries");
        assertThat(entries.findValuesAsText("what")).containsOnly("POST /internal/suspense/resolutions");
        assertThat(entries.findValuesAsText("who")).containsOnly("house by An Nguyen");
        assertThat(entries.findValuesAsText("outcome")).containsExactly("200", "422");
    }

    private ChargeView open(long dong) {
        return till.open(ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, dong, null);
    }

    private static String qr(ChargeView charge) {
        return Objects.requireNonNull(
                Objects.requireNonNull(charge.nextAction()).qrData());
    }

    private void scan(ChargeView charge, long dong) {
        gateway.post("/sandbox/bank/transfers", Map.of("qrData", qr(charge), "amount", dong));
        gateway.awaitQuiet();
    }

    private ChargeStatus status(ChargeView charge) {
        return gateway.desk().find(till.merchant(), charge.id()).orElseThrow().status();
    }

    private JsonNode onlyCase() {
        JsonNode cases = gateway.read(gateway.get("/internal/suspense")).path("cases");
        assertThat(cases).hasSize(1);
        return cases.path(0);
    }

    private int resolve(JsonNode found, String how, long dong, String reference, ChargeView charge) {
        Map<String, Object> body = new HashMap<>();
        body.put("caseId", found.path("money").path("id").asText());
        body.put("reference", reference);
        body.put("how", how);
        body.put("amount", Money.vnd(dong));
        body.put("by", "An Nguyen");
        if (charge != null) {
            body.put("merchantId", till.merchant().value());
            body.put("chargeId", charge.id().value());
        }
        return gateway.post("/internal/suspense/resolutions", body).statusCode();
    }
}
