package io.giaovan.paymentgateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeRequest;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.RefundRequest;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.Till;
import io.giaovan.paymentgateway.charge.ChargeStore;
import io.giaovan.paymentgateway.charge.Charges;
import io.giaovan.paymentgateway.ledger.LedgerAudit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens at once happens once. {@code -Dgiaovan.proof.rounds=1000} is the long form. */
class ChargeRacesIT {
    private static final int ROUNDS = Integer.getInteger("giaovan.proof.rounds", 40);
    /** Needs no one-time password. */
    private static final String PHONE = "+84900000002";

    /** A mobile money account that consents to every push. */
    private static final String APPROVES = "+84910000002";

    private static final long DONG = 1_000;

    private final TestGateway gateway = TestGateway.start(Map.of("giaovan.charges.poll-every", "PT0.05S"));
    private final Till till = new Till(gateway, "race");

    @AfterEach
    void theBooksAreRight() {
        gateway.awaitQuiet();
        LedgerAudit audit = gateway.ledger().audit();
        gateway.close();

        assertThat(audit.findings()).isEmpty();
        assertThat(audit.capturesPerChargeMax()).isLessThanOrEqualTo(1);
    }

    @Test
    void ofCaptureCancelAndExpiryExactlyOneWins() throws InterruptedException {
        long succeeded = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ChargeView held = till.open(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, DONG, PHONE);
            assertThat(held.status()).isEqualTo(ChargeStatus.AUTHORISED);
            CaptureRequest capture = new CaptureRequest(Money.vnd(DONG), till.proof("p-" + round), null);
            boolean expires = round % 4 == 3;

            List<Boolean> taken = atOnce(
                    () -> gateway.desk().capture(till.merchant(), held.id(), capture),
                    () -> gateway.desk().capture(till.merchant(), held.id(), capture),
                    expires
                            ? () -> gateway.pass(Duration.ofDays(8))
                            : () -> gateway.desk().cancel(till.merchant(), held.id(), "race"));
            gateway.awaitQuiet();

            ChargeView after = found(held);
            assertThat(after.status()).isIn(ChargeStatus.SUCCEEDED, ChargeStatus.CANCELED);
            boolean won = after.status() == ChargeStatus.SUCCEEDED;
            succeeded += won ? 1 : 0;
            assertThat(after.received()).isEqualTo(Money.vnd(won ? DONG : 0));
            if (won && !expires) {
                assertThat(taken.get(2)).as("a cancellation of what was taken").isFalse();
            }
            assertThat(till.owed()).isEqualTo(succeeded * DONG);
        }
    }

    @Test
    void twoRefundsNeverGiveBackMoreThanWasTaken() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            ChargeView held = till.open(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, DONG, PHONE);
            gateway.desk()
                    .capture(
                            till.merchant(),
                            held.id(),
                            new CaptureRequest(Money.vnd(DONG), till.proof("r-" + round), null));

            List<Boolean> given = atOnce(() -> refund(held, "one"), () -> refund(held, "other"));
            gateway.awaitQuiet();

            assertThat(given).containsExactlyInAnyOrder(true, false);
            assertThat(found(held).refunded()).isEqualTo(Money.vnd(600));
        }
        assertThat(till.owed()).isEqualTo(ROUNDS * (DONG - 600));
    }

    @Test
    void oneKeyFromSixteenThreadsIsOneCharge() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            ChargeRequest request = till.request(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, DONG, PHONE);
            Runnable[] same = new Runnable[16];
            List<ChargeView> views = Collections.synchronizedList(new ArrayList<>());
            java.util.Arrays.fill(
                    same, (Runnable) () -> views.add(gateway.desk().open(request)));

            assertThat(atOnce(same)).containsOnly(true);
            gateway.awaitQuiet();

            assertThat(views.stream().map(ChargeView::id).distinct()).hasSize(1);
            assertThat(gateway.bean(ChargeStore.class)
                            .find(views.getFirst().id())
                            .orElseThrow()
                            .attempts())
                    .isEqualTo(1);
        }
        assertThat(gateway.mongo()
                        .database()
                        .getCollection("sandbox_telecom_payments")
                        .countDocuments())
                .isEqualTo(ROUNDS);
    }

    @Test
    void severalWhoRepairAnUnknownOutcomeChargeOnce() throws InterruptedException {
        String lost = "+84900000006";
        ChargeView open = till.open(ChargeMethod.CARRIER_BILLING, CaptureMode.ON_PROOF, DONG, lost);
        gateway.desk().enterOneTimePassword(till.merchant(), open.id(), gateway.passwordOn(lost));
        gateway.desk().capture(till.merchant(), open.id(), new CaptureRequest(Money.vnd(DONG), till.proof("u"), null));
        Runnable repair = () -> gateway.bean(Charges.class).repair(open.id());

        atOnce(repair, repair, repair, repair);
        gateway.awaitQuiet();

        assertThat(found(open).status()).isEqualTo(ChargeStatus.SUCCEEDED);
        assertThat(till.owed()).isEqualTo(DONG);
    }

    /** A mobile money refund is asked about again after its first answer, so it is lost when nobody remembers it. */
    @Test
    void aRefundIsNotForgottenByWhoLooksAtItsChargeMeanwhile() throws InterruptedException {
        Charges charges = gateway.bean(Charges.class);
        for (int round = 0; round < ROUNDS; round++) {
            ChargeView paid = till.open(ChargeMethod.MOBILE_MONEY, CaptureMode.AUTOMATIC, DONG, APPROVES);
            TestGateway.await(() -> found(paid).status() == ChargeStatus.SUCCEEDED, () -> "paid, not " + found(paid));
            Runnable look = () -> IntStream.range(0, 20).forEach(_ -> charges.repair(paid.id()));

            assertThat(atOnce(look, look, () -> refund(paid, "only"), look, look))
                    .containsOnly(true);
            gateway.awaitQuiet();

            assertThat(found(paid).refunded())
                    .as("round " + round + " "
                            + gateway.bean(ChargeStore.class)
                                    .find(paid.id())
                                    .orElseThrow()
                                    .refunds())
                    .isEqualTo(Money.vnd(600));
        }
        assertThat(gateway.bean(ChargeStore.class).listOpen()).isEmpty();
    }

    private void refund(ChargeView charge, String key) {
        gateway.desk()
                .refund(till.merchant(), charge.id(), new RefundRequest(key, Money.vnd(600), "requested_by_customer"));
    }

    private ChargeView found(ChargeView charge) {
        return gateway.desk().find(till.merchant(), charge.id()).orElseThrow();
    }

    /** Runs all at once; which of them were not refused, in their order. */
    private static List<Boolean> atOnce(Runnable... all) throws InterruptedException {
        Boolean[] done = new Boolean[all.length];
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            int place = i;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    go.await();
                    all[place].run();
                    done[place] = true;
                } catch (ProblemException refused) {
                    done[place] = false;
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return List.of(done);
    }
}
