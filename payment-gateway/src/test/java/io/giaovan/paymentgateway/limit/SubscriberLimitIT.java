package io.giaovan.paymentgateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.Till;
import io.giaovan.paymentgateway.charge.ChargeStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SubscriberLimitIT {
    private static final String RAIL = "carrier_billing";
    private static final long LIMIT = 1_000_000;
    private static TestGateway gateway;
    private static int count;

    private final String phone = "+8491200000" + count++;
    private final Till till = new Till(gateway, "bean-" + count);

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
        rule(Bucket.STANDARD, "2026-11-01", LIMIT);
        rule(Bucket.ESSENTIAL, "2026-11-01", 2 * LIMIT);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void theLawIsTheSeed() {
        assertThat(LimitSeed.rules())
                .filteredOn(rule -> rule.from().equals(LocalDate.of(2026, 1, 1)))
                .hasSize(2)
                .allMatch(rule -> rule.perMonth().equals(Money.vnd(100_000_000)));
        assertThat(gateway.read(gateway.get("/internal/limits/rules")).path("rules"))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void whatIsReservedCountsAndTheRefusalNamesTheLimit() {
        ChargeView first = open(700_000);
        assertThat(first.status()).isEqualTo(ChargeStatus.REQUIRES_ACTION);

        ChargeView second = open(300_001);

        assertThat(second.status()).isEqualTo(ChargeStatus.FAILED);
        assertThat(second.failureCode()).isEqualTo("subscriber_limit_exceeded");
        assertThat(gateway.bean(ChargeStore.class)
                        .find(second.id())
                        .orElseThrow()
                        .state()
                        .toString())
                .contains("1000000 VND over carrier_billing in 2026-11, of which 700000 VND are used");
        assertThat(gateway.messagesOn(phone)).as("the telecom was not asked").hasSize(1);
        assertThat(open(300_000).status()).isEqualTo(ChargeStatus.REQUIRES_ACTION);
        assertThat(used()).isEqualTo(LIMIT);
    }

    @Test
    void whatIsNotTakenIsGivenBack() {
        ChargeView given = open(900_000);
        gateway.desk().cancel(till.merchant(), given.id(), "enough");
        assertThat(used()).isZero();

        ChargeView part = open(900_000);
        gateway.desk().enterOneTimePassword(till.merchant(), part.id(), gateway.passwordOn(phone));
        gateway.desk()
                .capture(till.merchant(), part.id(), new CaptureRequest(Money.vnd(400_000), till.proof("p"), null));
        gateway.awaitQuiet();
        assertThat(used()).isEqualTo(400_000);

        ChargeView late = open(500_000);
        assertThat(used()).isEqualTo(900_000);
        gateway.pass(Duration.ofHours(1));
        gateway.awaitQuiet();
        assertThat(gateway.desk().find(till.merchant(), late.id()).orElseThrow().status())
                .isEqualTo(ChargeStatus.CANCELED);
        assertThat(used()).isEqualTo(400_000);
    }

    @Test
    void essentialServicesHaveALimitOfTheirOwn() {
        assertThat(open(LIMIT).status()).isEqualTo(ChargeStatus.REQUIRES_ACTION);
        Till water = new Till(gateway, "water-" + count);
        gateway.post(
                "/internal/limits/merchants",
                Map.of("merchantId", water.merchant().value(), "bucket", "ESSENTIAL"));

        assertThat(water.open(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, 2 * LIMIT, phone)
                        .status())
                .isEqualTo(ChargeStatus.REQUIRES_ACTION);
        assertThat(water.open(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, 1, phone)
                        .status())
                .isEqualTo(ChargeStatus.FAILED);
    }

    @Test
    void aMerchantsOwnAccountHasNoLimit() {
        var answer =
                gateway.post("/internal/limits/payers", Map.of("provider", RAIL, "phone", phone, "business", true));
        assertThat(answer.body()).doesNotContain(phone.substring(3)).contains("•");

        assertThat(open(50 * LIMIT).status()).isEqualTo(ChargeStatus.REQUIRES_ACTION);
        assertThat(used()).isZero();
    }

    @Test
    void manyAtOnceNeverGetMoreThanTheLimit() throws InterruptedException {
        SubscriberLimits limits = gateway.bean(SubscriberLimits.class);
        Instant at = gateway.now();
        for (int round = 0; round < 20; round++) {
            String index = "race-" + round;
            List<LimitAnswer> answers = Collections.synchronizedList(new ArrayList<>());
            List<Thread> threads = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                String attempt = "a-" + round + "-" + thread;
                threads.add(Thread.ofVirtual()
                        .start(() -> answers.add(limits.reserve(
                                new Claimed(attempt, RAIL, index, new MerchantId("any"), Money.vnd(LIMIT / 3), at)))));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(answers).hasSize(8);
            assertThat(answers.stream().filter(LimitAnswer.Granted.class::isInstance))
                    .hasSize(3);
            assertThat(limits.used(RAIL, index, Bucket.STANDARD, at)).isEqualTo(Money.vnd(LIMIT / 3 * 3));
        }
    }

    @Test
    void theMonthIsVietnamsAndRulesHoldFromTheirDay() {
        SubscriberLimits limits = gateway.bean(SubscriberLimits.class);
        Instant lastSecond = Instant.parse("2026-11-30T16:59:59Z");

        assertThat(limits.reserve(claim("m-1", lastSecond, LIMIT))).isInstanceOf(LimitAnswer.Granted.class);
        assertThat(limits.reserve(claim("m-2", lastSecond, 1))).isInstanceOf(LimitAnswer.Exceeded.class);
        assertThat(limits.reserve(claim("m-3", lastSecond.plusSeconds(1), 1))).isInstanceOf(LimitAnswer.Granted.class);
        assertThat(limits.reserve(claim("m-4", Instant.parse("2026-10-31T12:00:00Z"), 100 * LIMIT)))
                .isInstanceOf(LimitAnswer.Granted.class);
        assertThat(limits.reserve(claim("m-5", Instant.parse("2025-06-01T00:00:00Z"), 10_000_001)))
                .isEqualTo(new LimitAnswer.Exceeded(
                        RAIL, Money.vnd(10_000_000), Money.vnd(0), java.time.YearMonth.of(2025, 6)));
    }

    private static Claimed claim(String attempt, Instant at, long dong) {
        return new Claimed(attempt, RAIL, "months", new MerchantId("any"), Money.vnd(dong), at);
    }

    private ChargeView open(long dong) {
        return till.open(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, dong, phone);
    }

    private long used() {
        JsonNode payer =
                gateway.read(gateway.post("/internal/limits/payers/find", Map.of("provider", RAIL, "phone", phone)));
        return payer.path("standardUsed").path("amount").asLong();
    }

    private static void rule(Bucket bucket, String from, long dong) {
        var answer = gateway.post(
                "/internal/limits/rules",
                Map.of(
                        "provider",
                        RAIL,
                        "bucket",
                        bucket,
                        "from",
                        from,
                        "perMonth",
                        Money.vnd(dong),
                        "source",
                        "this test"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
