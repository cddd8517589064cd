package io.giaovan.paymentgateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.Till;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeState;
import io.giaovan.paymentgateway.charge.Charges;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.charge.Evidence;
import io.giaovan.paymentgateway.charge.Particulars;
import io.giaovan.paymentgateway.ledger.LedgerAudit;
import io.giaovan.paymentgateway.proof.ChargeModel.Answer;
import io.giaovan.paymentgateway.rail.PhoneVault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random operations against a pure model: states, refusals and amounts agree at every step. {@code
 * -Dgiaovan.proof.operations=20000 -Dgiaovan.proof.seed=N} is the long form.
 */
class ChargeModelIT {
    private static final int OPERATIONS = Integer.getInteger("giaovan.proof.operations", 1_000);
    private static final long SEED = Long.getLong("giaovan.proof.seed", 7);
    private static final String NO_PASSWORD = "+84900000002";
    private static final int OPEN_MAX = 12;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final MerchantId merchant = new MerchantId("model");
    private final List<Pair> pairs = new ArrayList<>();
    private long owed;
    private int opened;
    private int refunds;

    /** A charge and what the model says of it. */
    private record Pair(ChargeId id, String phone, ChargeModel model, Instant openedAt) {}

    @Test
    void theGatewayAgreesWithTheModelAtEveryStep() {
        try (TestGateway gateway = TestGateway.start()) {
            Till till = new Till(gateway, merchant.value());
            int expiries = 0;
            for (int operation = 0; operation < OPERATIONS; operation++) {
                String said;
                if (pairs.size() < OPEN_MAX || random.nextInt(6) == 0) {
                    said = open(gateway);
                } else if (random.nextInt(100) == 0) {
                    gateway.pass(Duration.ofDays(8));
                    gateway.awaitQuiet();
                    pairs.forEach(pair -> pair.model().expire());
                    expiries++;
                    said = "eight days pass";
                    for (Pair pair : pairs) {
                        agree(gateway, pair, said, operation);
                    }
                } else {
                    Pair pair = pairs.get(random.nextInt(pairs.size()));
                    said = step(gateway, pair, operation);
                    agree(gateway, pair, said, operation);
                }
                forgetOldest();
            }
            gateway.awaitQuiet();
            LedgerAudit audit = gateway.ledger().audit();

            assertThat(audit.findings()).as("seed %d", SEED).isEmpty();
            assertThat(audit.sums()).allMatch(Money::isZero);
            assertThat(audit.capturesPerChargeMax()).isLessThanOrEqualTo(1);
            assertThat(till.owed()).as("seed %d", SEED).isEqualTo(owed + open());
            assertThat(expiries).as("expiries").isPositive();
        }
    }

    private long open() {
        return pairs.stream()
                .mapToLong(pair -> pair.model().received - pair.model().refunded)
                .sum();
    }

    private void forgetOldest() {
        if (pairs.size() > 4 * OPEN_MAX) {
            ChargeModel gone = pairs.removeFirst().model();
            owed += gone.received - gone.refunded;
        }
    }

    private String open(TestGateway gateway) {
        int number = opened++;
        boolean password = random.nextBoolean();
        String phone = password ? "+8497%07d".formatted(number) : NO_PASSWORD;
        ChargeModel model = new ChargeModel(1_000 + random.nextInt(9_000), random.nextInt(3) > 0, password);
        ChargeId id = new ChargeId("pi_model" + number);
        Instant now = gateway.now();
        gateway.bean(Charges.class)
                .open(new Charge(
                        id,
                        merchant,
                        "f" + number,
                        Money.vnd(model.amount),
                        model.manual ? CaptureMode.ON_PROOF : CaptureMode.AUTOMATIC,
                        new ChargeState.RequiresConfirmation(),
                        new ChosenMethod(
                                "pm_" + number,
                                "carrier_billing",
                                gateway.bean(PhoneVault.class).seal(phone)),
                        Particulars.forOrder("o-" + number, "carrier_billing"),
                        null,
                        null,
                        null,
                        null,
                        now.plus(Duration.ofDays(1)),
                        0,
                        List.of(),
                        List.of(),
                        now,
                        null,
                        1));
        pairs.add(new Pair(id, phone, model, now));
        return "open " + id;
    }

    private String step(TestGateway gateway, Pair pair, int operation) {
        Charges charges = gateway.bean(Charges.class);
        ChargeModel model = pair.model();
        int drawn = random.nextInt(100);
        if (drawn < 8) {
            long amount = 1_000 + random.nextInt(9_000);
            Charge charge = charges.get(merchant, pair.id());
            return compare(
                    "update " + amount,
                    model.update(amount),
                    operation,
                    () -> charges.reorder(merchant, pair.id(), Money.vnd(amount), charge.capture(), charge.method()));
        }
        if (drawn < 38) {
            return compare("confirm", model.confirm(), operation, () -> charges.confirm(merchant, pair.id()));
        }
        if (drawn < 62) {
            boolean right = random.nextInt(3) > 0;
            Charge before = charges.get(merchant, pair.id());
            String password = right && before.state() instanceof ChargeState.RequiresAction
                    ? gateway.passwordOn(pair.phone())
                    : "00000";
            return compare("password " + right, model.password(right), operation, () -> {
                int tries = before.state() instanceof ChargeState.RequiresAction action ? action.passwordTries() : 0;
                Charge after = charges.enterPassword(merchant, pair.id(), password);
                boolean wrong =
                        after.state() instanceof ChargeState.RequiresAction action && action.passwordTries() > tries
                                || after.state() instanceof ChargeState.RequiresPaymentMethod;
                return wrong ? null : after;
            });
        }
        if (drawn < 78) {
            long part = random.nextInt(8) == 0 ? model.amount + 1 : 1 + random.nextLong(model.amount);
            return compare(
                    "capture " + part,
                    model.capture(part),
                    operation,
                    () -> charges.capture(
                            merchant, pair.id(), Money.vnd(part), new Evidence("p" + operation, gateway.now(), null)));
        }
        if (drawn < 84) {
            return compare("cancel", model.cancel(), operation, () -> charges.cancel(merchant, pair.id(), "drawn"));
        }
        long part = 1 + random.nextLong(model.amount);
        String id = "re_model" + refunds++;
        return compare(
                "refund " + part,
                model.refund(part),
                operation,
                () -> charges.refund(merchant, pair.id(), id, Money.vnd(part), null, Map.of()));
    }

    /** Does a step; null from it means that the password was wrong. */
    @FunctionalInterface
    private interface Step {
        @Nullable
        Charge run();
    }

    private static String compare(String said, Answer expected, int operation, Step step) {
        Answer answered;
        try {
            answered = step.run() == null ? Answer.WRONG_PASSWORD : Answer.DONE;
        } catch (ProblemException refused) {
            answered = refused.code() == ErrorCode.OUT_OF_SEQUENCE
                    ? Answer.UNEXPECTED_STATE
                    : refused.code() == ErrorCode.INVALID_FIELD ? Answer.INVALID : Answer.DONE;
        }
        assertThat(answered)
                .as("seed %d, operation %d: %s", SEED, operation, said)
                .isEqualTo(expected);
        return said;
    }

    private void agree(TestGateway gateway, Pair pair, String said, int operation) {
        Charge charge = gateway.bean(Charges.class).get(merchant, pair.id());
        if (charge.hasPendingRefund()) {
            gateway.awaitQuiet();
            charge = gateway.bean(Charges.class).get(merchant, pair.id());
        }
        ChargeModel model = pair.model();
        String context = "seed " + SEED + ", operation " + operation + ": " + said + " on " + pair.id();
        assertThat(charge.state().wireName()).as(context).isEqualTo(model.state);
        assertThat(charge.amount()).as(context).isEqualTo(Money.vnd(model.amount));
        assertThat(charge.received()).as(context).isEqualTo(Money.vnd(model.received));
        assertThat(charge.refunded()).as(context).isEqualTo(Money.vnd(model.refunded));
        assertThat(Objects.requireNonNull(charge.method()).rail()).isEqualTo("carrier_billing");
    }
}
