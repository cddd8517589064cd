package io.giaovan.paymentgateway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.rail.TestBuyer;
import io.giaovan.paymentgateway.rail.TestShop;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderReconciliationIT {
    private static final String DAY = "2026-11-24";
    private static final int PAYMENTS = 12;
    private static TestGateway gateway;

    @BeforeAll
    static void aDayOfPayments() {
        gateway = TestGateway.start(Map.of("giaovan.charges.poll-every", "PT0.1S"));
        TestBuyer buyer = new TestBuyer(gateway);
        TestShop shop = new TestShop(gateway);
        for (int made = 1; made <= PAYMENTS; made++) {
            refundsSome(buyer, buyer.pays(ChargeMethod.CARRIER_BILLING, 1_000L * made, "+84900000002"), made);
            refundsSome(buyer, buyer.pays(ChargeMethod.MOBILE_MONEY, 1_000L * made, "+84910000002"), made);
            for (String wallet : new String[] {"momo", "zalopay"}) {
                JsonNode intent = shop.pays(wallet, 10_000L * made + 1, "");
                shop.awaits(intent, "succeeded");
                if (made % 3 == 0) {
                    shop.post(
                            "/v1/refunds", "payment_intent=" + intent.path("id").asText() + "&amount=" + 100 * made);
                }
            }
        }
        ChargeView held = buyer.pays(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, 90_000, "+84900000002");
        gateway.desk()
                .capture(
                        buyer.merchant(),
                        held.id(),
                        new CaptureRequest(
                                Money.vnd(70_000), new Proof("p", ProofKind.CODE, "00", gateway.now(), null), null));
        gateway.awaitQuiet();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static void refundsSome(TestBuyer buyer, ChargeView charge, int made) {
        buyer.awaits(charge, ChargeStatus.SUCCEEDED);
        if (made % 3 == 0) {
            buyer.refunds(charge, "refund", 100L * made);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"carrier_billing", "mobile_money", "momo", "zalopay"})
    void theProvidersOwnFileMatchesAndEverySeededErrorIsFound(String rail) {
        String file = gateway.get("/sandbox/" + place(rail) + "/settlement?day=" + DAY)
                .body();
        JsonNode right = run(rail, file);
        assertThat(right.path("found").asInt()).as(right + file).isZero();
        assertThat(right.path("matched").asInt()).isGreaterThanOrEqualTo(PAYMENTS + PAYMENTS / 3);
        assertThat(right.path("ledgerSum")).isEqualTo(right.path("statementSum"));

        for (int seed = 1; seed <= 10; seed++) {
            TreeSet<String> expected = new TreeSet<>();
            String wrong = seeded(file, new Random(seed), expected);
            JsonNode found = run(rail, wrong);
            TreeSet<String> kinds = new TreeSet<>();
            found.path("findings")
                    .forEach(finding -> kinds.add(finding.path("kind").asText()));
            assertThat(kinds).as("seed %d of %s: %s", seed, rail, found).isEqualTo(expected);
            assertThat(found.path("found").asInt()).as("seed %d", seed).isEqualTo(expected.size());
        }
        assertThat(gateway.read(gateway.get("/internal/reconciliation/rails/" + rail + "/" + DAY))
                        .path("found")
                        .asInt())
                .isPositive();
    }

    @Test
    void aFileThatCannotBeReadChangesNothing() {
        assertThat(send("momo", "a,b\n").statusCode()).isEqualTo(422);
        assertThat(send("momo", ProviderFile.HEADER + "\nx,payment,1.5,VND,2026-11-24T00:00:00Z")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("momo", ProviderFile.HEADER + "\nx,payment,1,VND,today").statusCode())
                .isEqualTo(422);
    }

    /** One of each error at random lines of payments. */
    private static String seeded(String file, Random random, TreeSet<String> expected) {
        List<String> lines = new ArrayList<>(file.lines().toList());
        List<String> payments = new ArrayList<>(lines.stream()
                .filter(line -> line.contains(",payment,") && !line.contains(",90000,"))
                .toList());
        java.util.Collections.shuffle(payments, random);
        lines.remove(payments.get(0));
        lines.add(payments.get(1));
        replace(lines, payments.get(2), payments.get(2).replace(",VND", "7,VND"));
        replace(lines, payments.get(3), payments.get(3).replaceAll("2026-11-24T[^,]*", "2026-11-25T09:00:00Z"));
        lines.add("pi_ofanotherhouse,payment,5000,VND,2026-11-24T03:00:00Z");
        expected.addAll(List.of("MISSING", "DOUBLED", "AMOUNT_OFF", "LATE", "FOREIGN"));
        return String.join("\n", lines);
    }

    private static void replace(List<String> lines, String line, String other) {
        lines.set(lines.indexOf(line), other);
    }

    private static String place(String rail) {
        return switch (rail) {
            case "carrier_billing" -> "telecom";
            case "mobile_money" -> "mobilemoney";
            default -> "wallet/" + rail;
        };
    }

    private static JsonNode run(String rail, String file) {
        HttpResponse<String> answer = send(rail, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return gateway.read(answer);
    }

    private static HttpResponse<String> send(String rail, String file) {
        return gateway.send(
                HttpRequest.newBuilder(gateway.address().resolve("/internal/reconciliation/rails/" + rail + "/" + DAY))
                        .header("Authorization", "Bearer " + TestGateway.HOUSE_KEY)
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(file)));
    }
}
