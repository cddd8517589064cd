package io.giaovan.paymentgateway.callback;

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
import io.giaovan.paymentgateway.rail.vietqr.VietQr;
import io.giaovan.store.document.StoredValues;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One transfer whose content names several charges. */
class SharedTransferIT {
    private static final String ACCOUNT = "1023456789012";

    private final TestGateway gateway = TestGateway.start();
    private final Till till = new Till(gateway, "lotus");
    private final Till neighbour = new Till(gateway, "peach");

    @AfterEach
    void theBooksAreRight() {
        gateway.awaitQuiet();
        var audit = gateway.ledger().audit();
        long bank =
                gateway.read(gateway.get("/sandbox/bank/books")).path("balance").asLong();
        assertThat(till.balance(Kind.BANK, "house")).isEqualTo(bank);
        gateway.close();
        assertThat(audit.findings()).isEmpty();
    }

    @Test
    void whatTwoChargesWantTogetherPaysBothOnceHoweverOftenTheBankTells() {
        ChargeView one = open(till, 100_000);
        ChargeView other = open(neighbour, 150_000);
        gateway.post("/sandbox/bank/faults", Map.of("duplicates", true));

        transfer(code(one) + " va " + code(other), 250_000, "t-1");
        transfer(code(one) + " va " + code(other), 250_000, "t-1");

        assertThat(status(till, one)).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(status(neighbour, other)).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(till.owed()).isEqualTo(100_000);
        assertThat(neighbour.owed()).isEqualTo(150_000);
        assertThat(till.balance(Kind.SUSPENSE, "house")).isZero();
        assertThat(cases()).isEmpty();
    }

    @Test
    void whatIsLeftOfAChargeCountsAndTheSameCodeTwiceIsOneCharge() {
        ChargeView one = open(till, 100_000);
        ChargeView other = open(till, 50_000);
        transfer(code(one), 30_000, "t-1");

        transfer(code(one) + code(other) + code(one), 120_000, "t-2");

        assertThat(status(till, one)).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(status(till, other)).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(till.owed()).isEqualTo(150_000);
    }

    @Test
    void tooLittleOrTooMuchWaitsWithAReasonThatNamesBothAndAPersonPlacesItOverBoth() {
        ChargeView one = open(till, 100_000);
        ChargeView other = open(till, 150_000);

        transfer(code(one) + " " + code(other), 249_999, "t-1");
        transfer(code(one) + " " + code(other), 250_001, "t-2");

        assertThat(status(till, one)).isEqualTo(ChargeStatus.REQUIRES_ACTION);
        assertThat(status(till, other)).isEqualTo(ChargeStatus.REQUIRES_ACTION);
        JsonNode cases = cases();
        assertThat(cases).hasSize(2);
        for (JsonNode waiting : cases) {
            JsonNode why = waiting.path("money").path("references");
            assertThat(why.path("why").asText()).isEqualTo("several-codes");
            assertThat(why.path("charges").asText()).isEqualTo(one.id() + " " + other.id());
            assertThat(why.path("wanted").asText()).isEqualTo("100000 150000");
        }
        JsonNode more = cases.path(0).path("open").path("amount").asLong() == 250_001 ? cases.path(0) : cases.path(1);
        assertThat(resolve(more, one, 100_000)).isEqualTo(200);
        assertThat(resolve(more, other, 150_000)).isEqualTo(200);

        assertThat(status(till, one)).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(status(till, other)).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(till.owed()).isEqualTo(250_000);
        assertThat(till.balance(Kind.SUSPENSE, "house")).isEqualTo(249_999 + 1);
        assertThat(trail(more)).hasSize(2);
    }

    @Test
    void aChargeThatIsPaidAlreadyIsNotPaidAgain() {
        ChargeView paid = open(till, 100_000);
        ChargeView open = open(till, 150_000);
        transfer(code(paid), 100_000, "t-1");

        transfer(code(paid) + " " + code(open), 250_000, "t-2");

        assertThat(status(till, open)).isEqualTo(ChargeStatus.REQUIRES_ACTION);
        assertThat(till.owed()).isEqualTo(100_000);
        assertThat(cases().path(0).at("/money/references/wanted").asText()).isEqualTo("0 150000");
    }

    @Test
    void aSharingThatWasKeptAndNotCarriedOutGoesOnWhereItStopped() {
        ChargeView one = open(till, 100_000);
        ChargeView other = open(till, 150_000);
        String content = code(one) + " " + code(other);
        gateway.post("/sandbox/bank/faults", Map.of("duplicates", false, "shuffleMillis", 0));
        transfer(content, 250_000, "t-1");
        assertThat(till.owed()).isEqualTo(250_000);
        var trails = gateway.mongo().database().getCollection("suspense_trails");
        Document trail = Objects.requireNonNull(trails.find().first());
        List<Document> steps = trail.getList("steps", Document.class);
        assertThat(steps).hasSize(2).allMatch(step -> "giaovan".equals(step.getString("by")));
        steps.forEach(step -> step.put("status", "DECIDED"));
        trails.replaceOne(new Document("_id", trail.get("_id")), trail);
        var notices = gateway.mongo().database().getCollection("bank_notices");
        Document notice = Objects.requireNonNull(notices.find().first());
        notices.updateOne(new Document("_id", notice.get("_id")), new Document("$set", new Document("outcome", null)));

        gateway.bean(IncomingTransfers.class)
                .take(new BankNotice(
                        notice.getString("_id"),
                        ACCOUNT,
                        StoredValues.moneyAt(notice, "amount"),
                        notice.getString("content"),
                        notice.getString("reference"),
                        notice.get("at", Date.class).toInstant()));

        assertThat(till.owed()).isEqualTo(250_000);
        assertThat(Objects.requireNonNull(trails.find().first()).getList("steps", Document.class))
                .allMatch(step -> "DONE".equals(step.getString("status")));
        assertThat(Objects.requireNonNull(notices.find().first()).getString("outcome"))
                .isEqualTo("SHARED");
    }

    private static ChargeView open(Till till, long dong) {
        return till.open(ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, dong, null);
    }

    private static String code(ChargeView charge) {
        String qr = Objects.requireNonNull(
                Objects.requireNonNull(charge.nextAction()).qrData());
        return switch (VietQr.read(qr)) {
            case VietQr.Reading.Read read -> Objects.requireNonNull(read.code().purpose());
            case VietQr.Reading.Rejected rejected -> throw new AssertionError(rejected);
        };
    }

    private void transfer(String content, long dong, String key) {
        var sent = gateway.send(
                java.net.http.HttpRequest.newBuilder(gateway.address().resolve("/sandbox/bank/transfers"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                gateway.text(Map.of("accountNumber", ACCOUNT, "amount", dong, "content", content)))));
        assertThat(sent.statusCode()).as(sent.body()).isIn(200, 201);
        gateway.awaitQuiet();
    }

    private ChargeStatus status(Till of, ChargeView charge) {
        return gateway.desk().find(of.merchant(), charge.id()).orElseThrow().status();
    }

    private JsonNode cases() {
        return gateway.read(gateway.get("/internal/suspense")).path("cases");
    }

    private List<Document> trail(JsonNode waiting) {
        return Objects.requireNonNull(gateway.mongo()
                        .database()
                        .getCollection("suspense_trails")
                        .find(new Document("_id", waiting.at("/money/id").asText()))
                        .first())
                .getList("steps", Document.class);
    }

    private int resolve(JsonNode waiting, ChargeView charge, long dong) {
        Map<String, Object> body = new HashMap<>();
        body.put("caseId", waiting.at("/money/id").asText());
        body.put("reference", "by-hand-" + dong);
        body.put("how", "PAYS_CHARGE");
        body.put("amount", Money.vnd(dong));
        body.put("by", "An Nguyen");
        body.put("merchantId", till.merchant().value());
        body.put("chargeId", charge.id().value());
        return gateway.post("/internal/suspense/resolutions", body).statusCode();
    }
}
