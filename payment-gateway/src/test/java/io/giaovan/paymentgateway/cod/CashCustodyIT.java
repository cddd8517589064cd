package io.giaovan.paymentgateway.cod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.Till;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.LedgerAudit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CashCustodyIT {
    private static TestGateway gateway;
    private static int count;

    private final String own = Integer.toString(count++);
    private final Till till = new Till(gateway, "silk-" + own);
    private final String courier = "c-" + own;
    private final String depot = "d-" + own;

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void theLedgerIsRight() {
        gateway.awaitQuiet();
        LedgerAudit audit = gateway.ledger().audit();

        assertThat(audit.findings()).isEmpty();
        assertThat(audit.balanced() && audit.chainIntact() && audit.balancesAgree())
                .isTrue();
    }

    @Test
    void cashIsTheSellersOnlyWhenTheDepotHasCountedIt() {
        till.cashTaken(300_000, courier, "p-1");
        assertThat(till.owed()).isZero();
        assertThat(till.inCustody()).isEqualTo(300_000);
        assertThat(till.balance(Kind.COURIER_CASH, courier)).isEqualTo(300_000);

        till.handOver("s-" + own, courier, depot, 300_000);

        assertThat(till.owed()).isEqualTo(300_000);
        assertThat(till.inCustody()).isZero();
        assertThat(till.balance(Kind.DEPOT_CASH, depot)).isEqualTo(300_000);
    }

    @Test
    void whatIsTakenAfterACountWaitsForTheNext() {
        till.cashTaken(100_000, courier, "p-1");
        till.handOver("s1-" + own, courier, depot, 100_000);
        gateway.pass(Duration.ofHours(1));
        till.cashTaken(70_000, courier, "p-2");

        assertThat(till.owed()).isEqualTo(100_000);
        assertThat(till.inCustody()).isEqualTo(70_000);
        gateway.pass(Duration.ofHours(1));
        till.handOver("s2-" + own, courier, depot, 70_000);
        assertThat(till.owed()).isEqualTo(170_000);
    }

    @Test
    void aCountThatIsHeardOfBeforeTheTakingStillCoversIt() {
        ChargeView open = till.open(ChargeMethod.CASH, CaptureMode.ON_PROOF, 80_000, null);
        var proof = till.proof("p-1");
        gateway.pass(Duration.ofMinutes(5));
        till.handOver("s-" + own, courier, depot, 80_000);
        assertThat(till.balance(Kind.COURIER_CASH, courier)).isEqualTo(-80_000);

        gateway.desk().capture(till.merchant(), open.id(), new CaptureRequest(Money.vnd(80_000), proof, courier));

        assertThat(till.owed()).isEqualTo(80_000);
        assertThat(till.balance(Kind.COURIER_CASH, courier)).isZero();
        gateway.pass(Duration.ofHours(3));
        gateway.awaitQuiet();
        assertThat(till.balance(Kind.CASH_OVERAGE, courier)).isZero();
    }

    @Test
    void aShortageIsTheCouriersDebtUntilItIsPaidOrForgivenByTwo() {
        till.cashTaken(300_000, courier, "p-1");
        till.handOver("s-" + own, courier, depot, 250_000);
        gateway.pass(Duration.ofHours(3));
        gateway.awaitQuiet();
        assertThat(till.owed()).isEqualTo(300_000);
        assertThat(till.balance(Kind.CASH_SHORTAGE, courier)).isEqualTo(50_000);

        Map<String, Object> paid = settlement("PAID_AT_DEPOT", 30_000, "slip-1");
        paid.put("depot", depot);
        assertThat(settle(paid)).isEqualTo(201);
        assertThat(settle(paid)).isEqualTo(200);
        assertThat(till.balance(Kind.DEPOT_CASH, depot)).isEqualTo(280_000);
        assertThat(settle(settlement("FORGIVEN", 20_000, "memo-1"))).isEqualTo(422);
        Map<String, Object> alone = settlement("FORGIVEN", 20_000, "memo-1");
        alone.put("approvedBy", "An Nguyen");
        assertThat(settle(alone)).isEqualTo(422);
        Map<String, Object> both = settlement("FORGIVEN", 20_000, "memo-1");
        both.put("approvedBy", "Binh Tran");
        assertThat(settle(both)).isEqualTo(201);
        assertThat(till.balance(Kind.CASH_SHORTAGE, courier)).isZero();
        Map<String, Object> more = settlement("FORGIVEN", 1, "memo-2");
        more.put("approvedBy", "Binh Tran");
        assertThat(settle(more)).isEqualTo(422);
        assertThat(gateway.ledger()
                        .balance(LedgerAccount.house(Kind.CASH_LOSSES), Money.VND)
                        .amount())
                .isEqualTo(20_000);
    }

    @Test
    void aSurplusIsTheCouriersUntilItIsGivenBack() {
        till.cashTaken(100_000, courier, "p-1");
        till.handOver("s-" + own, courier, depot, 110_000);
        gateway.pass(Duration.ofHours(3));
        gateway.awaitQuiet();
        assertThat(till.balance(Kind.CASH_OVERAGE, courier)).isEqualTo(10_000);

        Map<String, Object> back = settlement("GIVEN_BACK", 10_000, "slip-2");
        back.put("depot", depot);
        assertThat(settle(back)).isEqualTo(201);

        assertThat(till.balance(Kind.CASH_OVERAGE, courier)).isZero();
        assertThat(till.balance(Kind.DEPOT_CASH, depot)).isEqualTo(100_000);
    }

    @Test
    void theOldestCountsGoToTheBankFirst() {
        till.cashTaken(100_000, courier, "p-1");
        till.handOver("s1-" + own, courier, depot, 100_000);
        gateway.pass(Duration.ofHours(1));
        till.cashTaken(50_000, courier, "p-2");
        till.handOver("s2-" + own, courier, depot, 50_000);

        assertThat(deposit(90_000, "slip-a")).isEqualTo(201);
        assertThat(heldAtDepot()).isEqualTo(2);
        assertThat(deposit(10_000, "slip-b")).isEqualTo(201);
        assertThat(heldAtDepot()).isEqualTo(1);
        assertThat(deposit(60_000, "slip-c")).isEqualTo(422);
        assertThat(deposit(50_000, "slip-c")).isEqualTo(201);
        assertThat(heldAtDepot()).isZero();
    }

    @Test
    void cashOnItsWayToTheBankCannotBeSentTwiceAndIsTheDepotsUntilItArrives() {
        till.cashTaken(100_000, courier, "p-1");
        till.handOver("s-" + own, courier, depot, 100_000);
        assertThat(send(80_000, "van-1")).isEqualTo(201);
        assertThat(send(80_000, "van-1")).isEqualTo(200);

        assertThat(till.balance(Kind.DEPOT_CASH, depot)).isEqualTo(100_000);
        assertThat(deposit(30_000, "slip")).isEqualTo(422);
        assertThat(send(30_000, "van-2")).isEqualTo(422);
        assertThat(move("arrived", 81_000, "van-1")).isEqualTo(422);
        assertThat(move("arrived", 79_000, "van-1")).isEqualTo(201);
        assertThat(move("arrived", 79_000, "van-1")).isEqualTo(200);
        assertThat(move("returned", 79_000, "van-1")).isEqualTo(409);
        assertThat(move("arrived", 1, "van-9")).isEqualTo(404);
        assertThat(till.balance(Kind.DEPOT_CASH, depot)).isEqualTo(21_000);
        assertThat(send(20_000, "van-3")).isEqualTo(201);
        assertThat(move("returned", 20_000, "van-3")).isEqualTo(201);
        assertThat(send(20_000, "van-4")).isEqualTo(201);
        gateway.pass(Duration.ofDays(3));
        gateway.awaitQuiet();
        assertThat(move("arrived", 20_000, "van-4")).isEqualTo(409);
        assertThat(deposit(21_000, "slip")).isEqualTo(201);
    }

    @Test
    void theAgeingReportSaysWhoHoldsWhatSinceWhen() {
        till.cashTaken(100_000, courier, "p-1");
        gateway.pass(Duration.ofDays(3));
        till.cashTaken(20_000, courier, "p-2");

        JsonNode report = gateway.read(gateway.get("/internal/cash/ageing"));

        JsonNode mine = null;
        for (JsonNode holder : report.path("holders")) {
            mine = holder.path("holder").asText().equals(courier) ? holder : mine;
        }
        assertThat(mine).isNotNull();
        assertThat(mine.path("stage").asText()).isEqualTo("WITH_COURIER");
        assertThat(mine.path("amount").path("amount").asLong()).isEqualTo(120_000);
        assertThat(mine.path("booked").path("amount").asLong()).isEqualTo(120_000);
        assertThat(mine.path("byAge").findValues("amount").stream().map(JsonNode::asLong))
                .containsExactly(20_000L, 0L, 100_000L, 0L);
        assertThat(gateway.get("/internal/cash/ageing.csv").body())
                .startsWith("charge,merchant,order,")
                .contains(",100000,VND,WITH_COURIER," + courier);
    }

    @Test
    void aPartThatIsAcceptedAtTheDoorIsTakenOnceAndTheRestNever() {
        ChargeView cash = till.open(ChargeMethod.CASH, CaptureMode.ON_PROOF, 300_000, null);
        CaptureRequest part = new CaptureRequest(Money.vnd(120_000), till.proof("p-1"), courier);
        gateway.desk().capture(till.merchant(), cash.id(), part);
        ChargeView again = gateway.desk().capture(till.merchant(), cash.id(), part);
        assertThat(again.status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(again.received()).isEqualTo(Money.vnd(120_000));
        assertThatThrownBy(() -> gateway.desk()
                        .capture(
                                till.merchant(),
                                cash.id(),
                                new CaptureRequest(Money.vnd(180_000), till.proof("p-2"), courier)))
                .isInstanceOf(ProblemException.class);
        assertThat(till.inCustody()).isEqualTo(120_000);

        String phone = "+84900000002";
        ChargeView held = till.open(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, 200_000, phone);
        assertThat(held.status()).isEqualTo(ChargeStatus.AUTHORISED);
        CaptureRequest some = new CaptureRequest(Money.vnd(50_000), till.proof("p-3"), null);
        gateway.desk().capture(till.merchant(), held.id(), some);
        gateway.desk().capture(till.merchant(), held.id(), some);
        gateway.awaitQuiet();
        assertThat(till.owed()).isEqualTo(50_000);
        assertThat(till.inCustody()).isEqualTo(120_000);
    }

    @Test
    void theRuleDecidesWhenCashIsTheSellers() {
        try (TestGateway door = TestGateway.start(Map.of("giaovan.cash.credit-seller-at", "DOOR"))) {
            Till atDoor = new Till(door, "door");
            atDoor.cashTaken(10_000, courier, "p");
            assertThat(atDoor.owed()).isEqualTo(10_000);
            atDoor.handOver("s", courier, depot, 10_000);
            assertThat(atDoor.owed()).isEqualTo(10_000);
        }
        try (TestGateway bank = TestGateway.start(Map.of("giaovan.cash.credit-seller-at", "BANK"))) {
            Till atBank = new Till(bank, "bank");
            atBank.cashTaken(10_000, courier, "p");
            atBank.handOver("s", courier, depot, 10_000);
            assertThat(atBank.owed()).isZero();
            bank.post(
                    "/internal/cash/deposits",
                    Map.of("depot", depot, "amount", Money.vnd(10_000), "reference", "slip"));
            assertThat(atBank.owed()).isEqualTo(10_000);
        }
    }

    private Map<String, Object> settlement(String how, long dong, String reference) {
        Map<String, Object> body = new HashMap<>();
        body.put("courier", courier);
        body.put("amount", Money.vnd(dong));
        body.put("how", how);
        body.put("reference", reference);
        body.put("by", "An Nguyen");
        return body;
    }

    private static int settle(Map<String, Object> body) {
        return gateway.post("/internal/cash/differences/settlements", body).statusCode();
    }

    private int deposit(long dong, String reference) {
        return gateway.post(
                        "/internal/cash/deposits",
                        Map.of("depot", depot, "amount", Money.vnd(dong), "reference", reference))
                .statusCode();
    }

    private int send(long dong, String reference) {
        return gateway.post(
                        "/internal/cash/deposits/sent",
                        Map.of(
                                "depot",
                                depot,
                                "amount",
                                Money.vnd(dong),
                                "reference",
                                reference,
                                "until",
                                gateway.now().plus(Duration.ofDays(2))))
                .statusCode();
    }

    private int move(String step, long dong, String reference) {
        Map<String, Object> body = step.equals("returned")
                ? Map.of("depot", depot, "reference", reference)
                : Map.of("depot", depot, "amount", Money.vnd(dong), "reference", reference);
        return gateway.post("/internal/cash/deposits/" + step, body).statusCode();
    }

    private long heldAtDepot() {
        long held = 0;
        for (JsonNode parcel :
                gateway.read(gateway.get("/internal/cash/ageing")).path("parcels")) {
            held += parcel.path("holder").asText().equals(depot) ? 1 : 0;
        }
        return held;
    }
}
