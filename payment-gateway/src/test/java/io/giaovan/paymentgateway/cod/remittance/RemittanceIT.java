package io.giaovan.paymentgateway.cod.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.parcel.TrackingEvent;
import io.giaovan.contracts.parcel.TrackingStatus;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.Till;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.store.outbox.AggregateWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RemittanceIT {
    private static TestGateway gateway;
    private static int count;

    /** A company of this test's own, so that the books of others say nothing here. */
    private final String carrier = "swift_" + (char) ('a' + count);

    private final Till till = new Till(gateway, "cotton-" + count++);

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void aFileThatFitsMakesTheMoneyTheSellersAndWaitsForTheBank() {
        agree(Map.of("TRACKING", "Mã vận đơn", "AMOUNT", "Tiền thu hộ", "FEE", "Phí thu hộ"), 1_000L, 50);
        delivered("T1", 200_000);
        delivered("T2", 100_000);
        assertThat(till.owed()).isZero();

        JsonNode first = take("file-1", "Ma Van Don;TIỀN THU HỘ;phi thu ho\nT1;200.000;2.000\nT2;100000;1500\n");

        assertThat(first.path("matched").asInt()).as(first.toString()).isEqualTo(2);
        assertThat(first.path("findings")).isEmpty();
        assertThat(first.path("toArrive").path("amount").asLong()).isEqualTo(296_500);
        assertThat(till.owed()).isEqualTo(300_000);
        assertThat(till.balance(Kind.COURIER_CASH, "carrier-" + carrier)).isZero();
        assertThat(till.balance(Kind.CLEARING, "carrier_" + carrier)).isEqualTo(296_500);
        assertThat(till.balance(Kind.CARRIER_FEES, carrier)).isEqualTo(3_500);
        assertThat(take("file-1", "Ma Van Don;TIỀN THU HỘ;phi thu ho\nT1;200.000;2.000\nT2;100000;1500\n"))
                .isEqualTo(first);
        assertThat(send("file-1", "Ma Van Don;TIỀN THU HỘ\nT1;1\n".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
        gateway.post(
                "/internal/provider-settlements",
                Map.of("rail", "carrier_" + carrier, "amount", Money.vnd(296_500), "reference", "ft-" + carrier));
        assertThat(till.balance(Kind.CLEARING, "carrier_" + carrier)).isZero();
        assertThat(gateway.ledger().audit().findings()).isEmpty();
    }

    @Test
    void theSameFileReadTwiceChangesNothing() {
        agree(Map.of("TRACKING", "code", "AMOUNT", "cod", "FEE", "fee"), 1_000L, 0);
        delivered("T1", 200_000);
        delivered("T2", 100_000);
        String file = "code,cod,fee\nT1,200000,1000\nT2,100000,1000\n";
        take("file-1", file);
        long transfers = gateway.ledger().audit().transfers();

        JsonNode again = take("file-1", file);
        JsonNode underAnotherName = take("file-1-copy", file);

        assertThat(again.path("matched").asInt()).isEqualTo(2);
        assertThat(kinds(underAnotherName)).containsExactly("T1 TWICE", "T2 TWICE");
        assertThat(underAnotherName.path("toArrive").path("amount").asLong()).isZero();
        assertThat(gateway.ledger().audit().transfers()).isEqualTo(transfers);
        assertThat(till.owed()).isEqualTo(300_000);
        assertThat(till.balance(Kind.CLEARING, "carrier_" + carrier)).isEqualTo(298_000);
    }

    @Test
    void whatTheCompanyTransfersSettlesItsFileOnce() {
        agree(Map.of("TRACKING", "code", "AMOUNT", "cod", "FEE", "fee"), 1_000L, 0);
        delivered("T1", 200_000);
        take("file-1", "code,cod,fee\nT1,200000,1000\n");
        long suspense = suspense();
        gateway.post(
                "/sandbox/bank/transfers",
                Map.of("accountNumber", "1023456789012", "amount", 199_000, "content", "COD " + carrier));
        gateway.awaitQuiet();
        assertThat(suspense() - suspense).isEqualTo(199_000);
        String money = gateway.read(gateway.get("/internal/suspense")).findValuesAsText("id").stream()
                .filter(id -> id.startsWith("notice:"))
                .findFirst()
                .orElseThrow();

        Map<String, Object> decision = Map.of(
                "caseId",
                money,
                "reference",
                "ft-" + carrier,
                "how",
                "PROVIDERS",
                "rail",
                "carrier_" + carrier,
                "amount",
                Money.vnd(199_000),
                "by",
                "An Nguyen");
        assertThat(gateway.post("/internal/suspense/resolutions", without(decision, "rail"))
                        .body())
                .contains("INVALID_FIELD")
                .contains("rail");
        assertThat(gateway.post("/internal/suspense/resolutions", decision).statusCode())
                .isEqualTo(200);
        assertThat(gateway.post("/internal/suspense/resolutions", decision).statusCode())
                .isEqualTo(200);

        assertThat(suspense()).isEqualTo(suspense);
        assertThat(till.balance(Kind.CLEARING, "carrier_" + carrier)).isZero();
        assertThat(till.balance(Kind.COURIER_CASH, "carrier-" + carrier)).isZero();
        assertThat(till.owed()).isEqualTo(200_000);
        assertThat(gateway.ledger().audit().findings()).isEmpty();
    }

    @Test
    void everythingThatDoesNotFitIsFoundAndNothingElse() {
        agree(Map.of("TRACKING", "code", "AMOUNT", "cod", "FEE", "fee", "RETURN_FEE", "back"), 1_000L, 0);
        long suspense = suspense();
        for (int parcel = 1; parcel <= 6; parcel++) {
            delivered("T" + parcel, 100_000);
        }
        tracked("T8", TrackingStatus.RETURNED);
        gateway.pass(Duration.ofDays(8));
        delivered("T7", 100_000);

        JsonNode done = take("file-1", """
                code,cod,fee,back
                T1,100000,1000,0
                T2,90000,1000,0
                T3,110000,1000,0
                T4,100000,1500,0
                T1,100000,1000,0
                T5,"100,000",1000,0
                T8,100000,1000,0
                T9,50000,1000,0
                T10,0,0,5000
                =HYPERLINK("http://x"),100000,1000,0
                T11,-5,1000,0
                """);

        assertThat(kinds(done))
                .containsExactlyInAnyOrder(
                        "T2 SHORT_PAID",
                        "T3 OVER_PAID",
                        "T4 FEE_OFF",
                        "T1 TWICE",
                        "T8 RETURNED_WITH_MONEY",
                        "T9 UNKNOWN_PARCEL",
                        " MALFORMED",
                        " MALFORMED",
                        "T6 MISSING");
        assertThat(till.balance(Kind.CASH_SHORTAGE, "carrier-" + carrier)).isEqualTo(10_000);
        assertThat(suspense() - suspense).isEqualTo(10_000 + 100_000 + 50_000);
        assertThat(till.owed()).isEqualTo(500_000);
        assertThat(kinds(take("file-2", "code,cod,fee,back\nT2,100000,1000,0\nT7,100000,1000,0\n")))
                .containsExactlyInAnyOrder("T2 TWICE", "T6 MISSING");
        assertThat(till.owed()).isEqualTo(600_000);
        assertThat(gateway.ledger().audit().findings()).isEmpty();
    }

    @Test
    void aSpreadsheetIsReadAsItsTextAndFormulasAreNot() throws IOException {
        agree(Map.of("TRACKING", "Mã", "AMOUNT", "COD"), null, 0);
        delivered("T1", 250_000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("COD");
            sheet.value(0, 0, "Mã");
            sheet.value(0, 1, "COD");
            sheet.value(1, 0, "T1");
            sheet.value(1, 1, 250_000);
            sheet.value(2, 0, "T2");
            sheet.formula(2, 1, "B2*2");
        }

        HttpResponse<String> answer = send("file-1", bytes.toByteArray());
        JsonNode done = gateway.read(answer);

        assertThat(done.path("matched").asInt()).as(answer.body()).isEqualTo(1);
        assertThat(kinds(done)).containsExactly(" MALFORMED");
        assertThat(till.owed()).isEqualTo(250_000);
    }

    @Test
    void whatIsNotATableChangesNothing() {
        agree(Map.of("TRACKING", "code", "AMOUNT", "cod"), null, 0);
        delivered("T1", 10_000);

        assertThat(send("f", new byte[] {'P', 'K', 3, 4, 0, 0}).statusCode()).isEqualTo(422);
        assertThat(send("f", new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1}).statusCode())
                .isEqualTo(422);
        assertThat(send("f", "other,columns\nT1,10000\n".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("f", "code,cod\n\"T1,10000\n".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
        assertThat(till.owed()).isZero();
        assertThat(till.balance(Kind.COURIER_CASH, "carrier-" + carrier)).isEqualTo(10_000);
    }

    private static Map<String, Object> without(Map<String, Object> all, String field) {
        Map<String, Object> rest = new java.util.HashMap<>(all);
        rest.remove(field);
        return rest;
    }

    private void agree(Map<String, String> columns, Long fixed, int basisPoints) {
        Map<String, Object> terms = new java.util.HashMap<>(Map.of("columns", columns));
        if (fixed != null) {
            terms.put("feeFixed", fixed);
            terms.put("feeBasisPoints", basisPoints);
        }
        var answer = gateway.post("/internal/cash/carriers/" + carrier + "/terms", terms);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void delivered(String tracking, long dong) {
        till.cashTaken(dong, "carrier-" + carrier, "carrier-" + carrier + "-" + tracking);
    }

    private void tracked(String tracking, TrackingStatus status) {
        gateway.bean(AggregateWriter.class)
                .insert(
                        "test_shifts",
                        new Document("_id", carrier + tracking),
                        List.of(new Event(
                                carrier + tracking,
                                "/integrations",
                                EventType.PARCEL_TRACKED,
                                carrier + tracking,
                                1,
                                gateway.now(),
                                new TrackingEvent(
                                        till.merchant(),
                                        "parcel",
                                        carrier,
                                        tracking,
                                        status,
                                        "returned",
                                        gateway.now()))));
        gateway.awaitQuiet();
    }

    private JsonNode take(String reference, String csv) {
        HttpResponse<String> answer = send(reference, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return gateway.read(answer);
    }

    private HttpResponse<String> send(String reference, byte[] file) {
        return gateway.send(HttpRequest.newBuilder(gateway.address()
                        .resolve("/internal/cash/carriers/" + carrier + "/remittances?reference=" + reference))
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", "Bearer " + TestGateway.HOUSE_KEY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    private static List<String> kinds(JsonNode done) {
        List<String> kinds = new ArrayList<>();
        done.path("findings")
                .forEach(finding -> kinds.add(finding.path("tracking").asText() + " "
                        + finding.path("kind").asText()));
        return kinds;
    }

    private static long suspense() {
        return gateway.ledger()
                .balance(LedgerAccount.house(Kind.SUSPENSE), Money.VND)
                .amount();
    }
}
