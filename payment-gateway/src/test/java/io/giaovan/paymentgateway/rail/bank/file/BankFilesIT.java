package io.giaovan.paymentgateway.rail.bank.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.rail.TestBuyer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankFilesIT {
    private static final String DAY = "2026-11-24";

    @ParameterizedTest
    @ValueSource(strings = {"camt053", "mt940"})
    void payoutsAndRefundsGoByFileAndTheDayMatches(String form) {
        try (TestGateway gateway = TestGateway.start(Map.of("giaovan.rails.bank.form", "FILES"))) {
            TestBuyer buyer = new TestBuyer(gateway);
            ChargeView charge = buyer.pays(ChargeMethod.VIETQR, 250_000, null);
            gateway.post(
                    "/sandbox/bank/transfers",
                    Map.of("qrData", Objects.requireNonNull(charge.nextAction()).qrData()));
            TestGateway.await(() -> buyer.balance().equals(Money.vnd(250_000)), () -> "the charge is paid");
            assertThat(take(gateway, gateway.get("/sandbox/bank/files/camt053?day=" + DAY))
                            .path("lines")
                            .asInt())
                    .isEqualTo(1);
            PayoutRequest request = new PayoutRequest("p", buyer.merchant(), Money.vnd(200_000), Money.vnd(1_000));
            gateway.desk().payOut(request);
            buyer.refunds(charge, "back", 30_000);
            TestGateway.await(() -> waiting(gateway) == 2, () -> "two orders wait");

            JsonNode written = gateway.read(gateway.post("/internal/bank-files/orders", Map.of()));
            String id = written.path("messageId").asText();
            assertThat(written.path("orders").asInt()).isEqualTo(2);
            HttpResponse<String> file = gateway.get("/internal/bank-files/orders/" + id);
            assertThat(file.body())
                    .contains("pain.001.001.03", "<NbOfTxs>2</NbOfTxs>", "<CtrlSum>230000</CtrlSum>")
                    .isEqualTo(gateway.get("/internal/bank-files/orders/" + id).body());
            assertThat(gateway.read(gateway.post("/internal/bank-files/orders", Map.of()))
                            .path("orders")
                            .asInt())
                    .isZero();
            HttpResponse<String> report = xml(gateway, "/sandbox/bank/files/orders", file.body());
            JsonNode reported = gateway.read(xml(gateway, "/internal/bank-files/reports", report.body()));
            assertThat(reported.path("paid").asInt()).as(report.body()).isEqualTo(2);
            assertThat(gateway.read(xml(gateway, "/internal/bank-files/reports", report.body()))
                            .path("paid")
                            .asInt())
                    .isZero();
            TestGateway.await(
                    () -> gateway.desk().payOut(request).status() == PayoutStatus.PAID, () -> "the payout is paid");
            gateway.awaitQuiet();

            // The line that came alone in the morning would come again in another form's whole day.
            gateway.mongo().database().getCollection("bank_file_lines").drop();
            HttpResponse<String> day = gateway.get("/sandbox/bank/files/" + form + "?day=" + DAY);
            assertThat(take(gateway, day).path("lines").asInt()).as(day.body()).isEqualTo(3);
            assertThat(take(gateway, day).path("lines").asInt()).isZero();
            JsonNode found = gateway.read(gateway.post("/internal/reconciliation/" + DAY, Map.of()));
            assertThat(found.path("found").asInt()).as(found.toString()).isZero();
            assertThat(found.path("matched").asInt()).isEqualTo(3);
            assertThat(gateway.ledger().audit().findings()).isEmpty();
        }
    }

    @Test
    void aRejectedOrderAndARejectedFileGiveTheMoneyBack() {
        try (TestGateway gateway = TestGateway.start(Map.of("giaovan.rails.bank.form", "FILES"))) {
            FileBank bank = gateway.bean(FileBank.class);
            bank.pay("a", "someone-reject", Money.vnd(5));
            bank.pay("b", "someone", Money.vnd(7));
            String first = bank.write().messageId();
            xml(
                    gateway,
                    "/internal/bank-files/reports",
                    xml(gateway, "/sandbox/bank/files/orders", bank.file(first)).body());
            bank.pay("c", "someone", Money.vnd(9));
            String second = bank.write().messageId();
            String broken = bank.file(second).replace("<CtrlSum>9<", "<CtrlSum>8<");
            xml(
                    gateway,
                    "/internal/bank-files/reports",
                    xml(gateway, "/sandbox/bank/files/orders", broken).body());

            assertThat(bank.pay("a", "someone-reject", Money.vnd(5))).hasToString("Rejected[code=AC04]");
            assertThat(bank.pay("b", "someone", Money.vnd(7))).hasToString("Paid[reference=b]");
            assertThat(bank.pay("c", "someone", Money.vnd(9))).hasToString("Rejected[code=AM10]");
            assertThatThrownBy(() -> bank.pay("b", "someone", Money.vnd(8))).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aNoticeOfTheDebitEndsAnOrderButIsNoLineOfAStatement() {
        try (TestGateway gateway = TestGateway.start(Map.of("giaovan.rails.bank.form", "FILES"))) {
            FileBank bank = gateway.bean(FileBank.class);
            bank.pay("b", "someone", Money.vnd(7));
            xml(gateway, "/sandbox/bank/files/orders", bank.file(bank.write().messageId()));

            JsonNode taken = take(gateway, gateway.get("/sandbox/bank/files/camt054?day=" + DAY));

            assertThat(taken.path("paid").asInt()).isEqualTo(1);
            assertThat(taken.path("lines").asInt()).isZero();
            assertThat(bank.open()).isEmpty();
        }
    }

    @Test
    void anEntryOfSeveralTransfersBecomesAsManyLines() {
        StatementFile.Content content = StatementFile.read("""
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id>
                <Acct><Id><Othr><Id>99</Id></Othr></Id></Acct>
                <Ntry><Amt Ccy="VND">30</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2026-11-24</Dt></BookgDt><AcctSvcrRef>B1</AcctSvcrRef><NtryDtls>
                <TxDtls><Refs><EndToEndId>x</EndToEndId></Refs><Amt Ccy="VND">10</Amt></TxDtls>
                <TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="VND">20</Amt></TxDtls>
                </NtryDtls></Ntry>
                <Ntry><Amt Ccy="VND">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts>
                <BookgDt><Dt>2026-11-24</Dt></BookgDt></Ntry>
                </Stmt></BkToCstmrStmt></Document>""");

        assertThat(content.whole()).isTrue();
        assertThat(content.entries())
                .extracting(entry -> entry.reference() + entry.amount().amount())
                .containsExactly("x-10", "B1-20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY e \"ha\"><!ENTITY f \"&e;&e;\">]><a>&f;</a>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
                "<a><b></a>",
                "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\"/></a>",
                "not a file at all"
            })
    void filesWithEntitiesOrWithoutSenseAreRefused(String file) {
        assertThatThrownBy(() -> StatementFile.read(file))
                .isInstanceOf(ProblemException.class)
                .message()
                .doesNotContain("root:");
        assertThatThrownBy(() -> PaymentStatuses.read(file)).isInstanceOf(ProblemException.class);
    }

    private static int waiting(TestGateway gateway) {
        return gateway.bean(MongoBankFiles.class).listWaiting(10).size();
    }

    private static JsonNode take(TestGateway gateway, HttpResponse<String> file) {
        HttpResponse<String> answer = xml(gateway, "/internal/bank-files/statements", file.body());
        assertThat(answer.statusCode()).as(answer.body() + file.body()).isEqualTo(200);
        return gateway.read(answer);
    }

    private static HttpResponse<String> xml(TestGateway gateway, String path, String body) {
        return gateway.send(HttpRequest.newBuilder(gateway.address().resolve(path))
                .header("Authorization", "Bearer " + TestGateway.HOUSE_KEY)
                .header("Content-Type", body.startsWith("<") ? "application/xml" : "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
