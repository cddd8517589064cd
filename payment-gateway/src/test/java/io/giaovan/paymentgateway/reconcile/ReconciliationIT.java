package io.giaovan.paymentgateway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeRequest;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.contracts.payment.RefundRequest;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconciliationIT {
    private static final String DAY = "2026-11-24";
    private static final String SILENT_PHONE = "+84900000005";
    private final MerchantId merchant = new MerchantId("lotus");
    private int count;

    @Test
    void aDayOfEveryKindOfBookingMatchesLineByLineAndAStrangeLineIsFound() {
        try (TestGateway gateway = TestGateway.start()) {
            ChargeView first = open(gateway, ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, 250_000, null);
            scan(gateway, first, 100_000);
            scan(gateway, first, 180_000);
            gateway.awaitQuiet();
            scan(gateway, first, 5_000);
            gateway.awaitQuiet();
            gateway.desk()
                    .refund(merchant, first.id(), new RefundRequest("r", Money.vnd(30_000), "requested_by_customer"));
            PayoutRequest payout = new PayoutRequest("p", merchant, Money.vnd(200_000), Money.vnd(2_000));
            TestGateway.await(
                    () -> gateway.desk().payOut(payout).status() == PayoutStatus.PAID, () -> "the payout is paid");
            gateway.awaitQuiet();

            JsonNode right = run(gateway);
            assertThat(right.path("found").asInt()).as(right.toString()).isZero();
            assertThat(right.path("lines").asInt()).isEqualTo(5);
            assertThat(right.path("matched").asInt()).isEqualTo(5);
            assertThat(right.at("/statementSum/amount").asLong()).isEqualTo(55_000);
            assertThat(right.path("ledgerSum")).isEqualTo(right.path("statementSum"));

            gateway.mongo()
                    .database()
                    .getCollection("sandbox_bank_transfers")
                    .insertOne(new Document("_id", 7L)
                            .append("account", "1023456789012")
                            .append("amount", 77L)
                            .append("content", "?")
                            .append("reference", "FTSTRANGE")
                            .append("at", Date.from(gateway.now())));
            JsonNode strange = run(gateway);
            assertThat(strange.path("found").asInt()).isEqualTo(1);
            assertThat(strange.at("/findings/0/kind").asText()).isEqualTo("FOREIGN");
            assertThat(strange.at("/findings/0/reference").asText()).isEqualTo("FTSTRANGE");
            assertThat(gateway.read(gateway.get("/internal/reconciliation/" + DAY)))
                    .isEqualTo(strange);
            assertThat(gateway.get("/internal/reconciliation/2026-11-23").statusCode())
                    .isEqualTo(404);
            assertThat(gateway.post("/internal/reconciliation/2026-11-25", "{}").statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void aTransferThatIsSentTwiceUnderOneKeyMovesMoneyOnce() {
        try (TestGateway gateway = TestGateway.start()) {
            ChargeView charge = open(gateway, ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, 250_000, null);
            String qr = qrOf(charge);

            HttpResponse<String> first = transfer(gateway, "transfer-1", Map.of("qrData", qr));
            gateway.awaitQuiet();
            gateway.pass(Duration.ofMinutes(1));
            HttpResponse<String> again = transfer(gateway, "transfer-1", Map.of("qrData", qr));
            HttpResponse<String> other = transfer(gateway, "transfer-1", Map.of("qrData", qr, "amount", 1));
            gateway.awaitQuiet();

            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(gateway.read(other).path("code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
            assertThat(run(gateway).path("lines").asInt()).isEqualTo(1);
            assertThat(run(gateway).at("/ledgerSum/amount").asLong()).isEqualTo(250_000);
            assertThat(transfer(gateway, "x".repeat(256), Map.of("qrData", qr)).statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void aTransferIsFinishedByRepeatingItAfterTheBankDiedBetweenNoticeAndBooking() {
        try (TestGateway gateway = TestGateway.start()) {
            ChargeView charge = open(gateway, ChargeMethod.VIETQR, CaptureMode.AUTOMATIC, 250_000, null);
            Map<String, Object> wish = Map.of("qrData", qrOf(charge));
            HttpResponse<String> first = transfer(gateway, "transfer-1", wish);
            gateway.awaitQuiet();
            gateway.mongo().database().getCollection("sandbox_bank_transfers").deleteMany(new Document());

            HttpResponse<String> again = transfer(gateway, "transfer-1", wish);
            gateway.awaitQuiet();

            assertThat(again.body()).isEqualTo(first.body());
            JsonNode run = run(gateway);
            assertThat(run.path("found").asInt()).as(run.toString()).isZero();
            assertThat(run.at("/ledgerSum/amount").asLong()).isEqualTo(250_000);
        }
    }

    @Test
    void aDepositIsMissingUntilTheBankHasIt() {
        try (TestGateway gateway = TestGateway.start()) {
            gateway.ledger()
                    .post(new Transfer(
                            new TransferId("handover:s"),
                            TransferKind.CASH_HANDED_OVER,
                            gateway.now(),
                            List.of(
                                    Entry.debit(account(Kind.DEPOT_CASH, "d-1"), Money.vnd(9)),
                                    Entry.credit(account(Kind.COURIER_CASH, "c-1"), Money.vnd(9))),
                            Map.of()));
            assertThat(gateway.post(
                                    "/internal/cash/deposits",
                                    Map.of("depot", "d-1", "amount", Money.vnd(9), "reference", "slip-9"))
                            .statusCode())
                    .isEqualTo(201);

            assertThat(run(gateway).at("/findings/0/kind").asText()).isEqualTo("MISSING");
            assertThat(gateway.post("/sandbox/bank/deposits", Map.of("reference", "slip-9", "amount", 9))
                            .statusCode())
                    .isEqualTo(201);
            assertThat(run(gateway).path("found").asInt()).isZero();
        }
    }

    @Test
    void anUnknownChargeIsShownAndAskedForWithoutChargingAgain() {
        try (TestGateway gateway = TestGateway.start(
                Map.of("giaovan.charges.ask-after", "PT1H", "giaovan.charges.ask-after-max", "PT1H"))) {
            ChargeView lost = open(gateway, ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, 90_000, SILENT_PHONE);
            assertThat(lost.status()).isEqualTo(ChargeStatus.PROCESSING);

            JsonNode unknown = gateway.read(gateway.get("/internal/unknown-outcomes"));
            JsonNode left = gateway.read(gateway.post("/internal/unknown-outcomes/repair", "{}"));

            assertThat(unknown.path("unknown")).hasSize(1);
            assertThat(unknown.at("/unknown/0/id").asText()).isEqualTo(lost.id().value());
            assertThat(unknown.at("/unknown/0/step").asText()).isEqualTo("START");
            assertThat(unknown.toString()).doesNotContain("900000005");
            assertThat(left.path("unknown")).isEmpty();
            assertThat(gateway.desk().find(merchant, lost.id()).orElseThrow().status())
                    .isEqualTo(ChargeStatus.REQUIRES_ACTION);
            assertThat(gateway.messagesOn(SILENT_PHONE)).hasSize(1);
        }
    }

    @Test
    void anotherProcessAsksOnlyWhenTheClaimIsOver() {
        Map<String, Object> slow = Map.of(
                "giaovan.charges.ask-after",
                "PT1H",
                "giaovan.charges.ask-after-max",
                "PT1H",
                "giaovan.charges.claim",
                "PT3S",
                "giaovan.store.sole-owner",
                false);
        TestGateway first = TestGateway.start(slow);
        ChargeView lost = open(first, ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, 90_000, SILENT_PHONE);
        try (TestGateway second = first.restart(slow)) {
            JsonNode tooEarly = second.read(second.post("/internal/unknown-outcomes/repair", "{}"));
            assertThat(tooEarly.path("unknown")).hasSize(1);
            assertThat(second.messagesOn(SILENT_PHONE)).hasSize(1);

            TestGateway.await(
                    () -> second.read(second.post("/internal/unknown-outcomes/repair", "{}"))
                            .path("unknown")
                            .isEmpty(),
                    () -> "the claim of the dead process ends");

            assertThat(second.desk().find(merchant, lost.id()).orElseThrow().status())
                    .isEqualTo(ChargeStatus.REQUIRES_ACTION);
            assertThat(second.messagesOn(SILENT_PHONE)).hasSize(1);
        }
    }

    private static JsonNode run(TestGateway gateway) {
        var answer = gateway.post("/internal/reconciliation/" + DAY, "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return gateway.read(answer);
    }

    private ChargeView open(
            TestGateway gateway, ChargeMethod method, CaptureMode capture, long dong, @Nullable String phone) {
        String key = "k" + count++;
        return gateway.desk()
                .open(new ChargeRequest(
                        key,
                        merchant,
                        new OrderId("o-" + key),
                        Money.vnd(dong),
                        method,
                        capture,
                        phone,
                        gateway.now().plus(Duration.ofHours(1))));
    }

    private static HttpResponse<String> transfer(TestGateway gateway, String key, Map<String, Object> wish) {
        return gateway.send(HttpRequest.newBuilder(gateway.address().resolve("/sandbox/bank/transfers"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(gateway.text(wish))));
    }

    private static String qrOf(ChargeView charge) {
        return Objects.requireNonNull(
                Objects.requireNonNull(charge.nextAction()).qrData());
    }

    private static void scan(TestGateway gateway, ChargeView charge, long dong) {
        assertThat(gateway.post("/sandbox/bank/transfers", Map.of("qrData", qrOf(charge), "amount", dong))
                        .statusCode())
                .isEqualTo(201);
    }

    private static LedgerAccount account(Kind kind, String owner) {
        return new LedgerAccount(kind, owner);
    }
}
