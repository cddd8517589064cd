package io.giaovan.paymentgateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.giaovan.paymentgateway.charge.Particulars;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.LedgerAudit;
import io.giaovan.paymentgateway.proof.ChargeModel.Answer;
import io.giaovan.paymentgateway.rail.NextStep;
import io.giaovan.paymentgateway.rail.PhoneVault;
import io.giaovan.paymentgateway.sandbox.callback.SandboxCallbacks;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random operations on payments that are decided elsewhere against pure models: on phones and in wallets, with news that
 * is lost, late, doubled or out of order, and by transfers that are too small, too large, late or made twice. States,
 * refusals and amounts agree at every step. {@code -Dgiaovan.proof.operations=20000 -Dgiaovan.proof.seed=N} is the long
 * form.
 */
class RailModelIT {
    private static final int OPERATIONS = Integer.getInteger("giaovan.proof.operations", 800);
    private static final long SEED = Long.getLong("giaovan.proof.seed", 7);
    private static final List<String> PUSHED = List.of("mobile_money", "momo", "zalopay");
    private static final Set<String> ENDS = Set.of("succeeded", "canceled");
    private static final int REPAIRS_MAX = 3;
    private static final int OPEN_MAX = 12;
    /** Numbers of the dice, out of a hundred, that mean these operations. */
    static final int CONFIRM = 31;

    static final int ANSWER = 51;
    static final int NEWS = 71;
    static final int REFUND = 99;
    private static final long THOUSAND = 1_000;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final MerchantId merchant = new MerchantId("model");
    private final Postbag postbag = new Postbag();
    private final TestGateway gateway = TestGateway.start(Map.of(
            "giaovan.rails.mobilemoney.callback-url",
            postbag.at("/callbacks/mobilemoney"),
            "giaovan.rails.momo.ipn-url",
            postbag.at("/callbacks/momo"),
            "giaovan.rails.zalopay.callback-url",
            postbag.at("/callbacks/zalopay"),
            // The gateway learns only what the play lets it learn.
            "giaovan.charges.ask-after",
            "PT1H",
            "giaovan.charges.ask-after-max",
            "PT1H",
            "giaovan.charges.poll-every",
            "PT1H"));
    private final Charges charges = gateway.bean(Charges.class);
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();
    /** Where buyers answer in a wallet; a page stays good while its payment is being given up. */
    private final Map<ChargeId, String> pages = new HashMap<>();

    private long owed;
    private long suspense;
    private int opened;
    private int refunds;

    /** A charge and what its model says of it. */
    private record Pair(ChargeId id, String rail, @Nullable String phone, RailModel model) {}

    @AfterEach
    void stop() {
        gateway.close();
        postbag.close();
    }

    @Test
    void theGatewayAgreesWithTheModelsAtEveryStep() {
        Till till = new Till(gateway, merchant.value());
        for (int operation = 0; operation < OPERATIONS; operation++) {
            if (pairs.size() < OPEN_MAX || random.nextInt(12) == 0) {
                open();
            } else if (random.nextInt(200) == 0) {
                expire(operation);
            } else {
                Pair pair = pairs.get(random.nextInt(pairs.size()));
                String said = pair.rail() + ": "
                        + switch (pair.model()) {
                            case PushModel model -> push(pair, model, operation);
                            case TransferModel model -> transfer(pair, model, operation);
                        };
                done.merge(said.replaceAll("[0-9]+", "#"), 1, Integer::sum);
                agree(pair, said, operation);
            }
            forgetOldest();
        }
        expire(OPERATIONS);
        for (Pair pair : pairs) {
            charges.repair(pair.id());
            if (pair.model() instanceof PushModel model) {
                model.repaired();
            }
            agree(pair, "the end", OPERATIONS);
        }
        gateway.awaitQuiet();

        String seed = "seed " + SEED;
        LedgerAudit audit = gateway.ledger().audit();
        assertThat(audit.findings()).as(seed).isEmpty();
        assertThat(audit.sums()).as(seed).allMatch(Money::isZero);
        assertThat(audit.capturesPerChargeMax()).as(seed).isEqualTo(1);
        while (!pairs.isEmpty()) {
            forget();
        }
        assertThat(till.owed()).as(seed).isEqualTo(owed);
        assertThat(till.balance(Kind.SUSPENSE, "house")).as(seed).isEqualTo(suspense);
        assertThat(till.balance(Kind.BANK, "house")).as(seed).isEqualTo(books("/sandbox/bank/books", "balance"));
        assertThat(till.balance(Kind.CLEARING, "momo"))
                .as(seed)
                .isEqualTo(books("/sandbox/wallet/momo/books", "taken"));
        assertThat(till.balance(Kind.CLEARING, "zalopay"))
                .as(seed)
                .isEqualTo(books("/sandbox/wallet/zalopay/books", "taken"));
        assertThat(done.keySet())
                .as("what was played: %s, %d opened", done, opened)
                .anyMatch(said -> said.startsWith("mobile_money: notice"))
                .anyMatch(said -> said.startsWith("momo: notice twice"))
                .anyMatch(said -> said.startsWith("vietqr: transfer"));
    }

    private long books(String path, String field) {
        return gateway.read(gateway.get(path)).path(field).asLong();
    }

    private void forgetOldest() {
        if (pairs.size() > 2 * OPEN_MAX) {
            boolean over = ENDS.contains(pairs.getFirst().model().state());
            if (over) {
                forget();
            } else {
                pairs.addLast(pairs.removeFirst());
            }
        }
    }

    private void forget() {
        Pair gone = pairs.removeFirst();
        owed += gone.model().received() - gone.model().refunded();
        suspense += gone.model().suspense();
        pages.remove(gone.id());
    }

    private void open() {
        int number = opened++;
        boolean byTransfer = random.nextInt(3) == 0;
        String rail = byTransfer ? "vietqr" : PUSHED.get(random.nextInt(PUSHED.size()));
        @Nullable String phone = rail.equals("mobile_money") ? "+8493%07d".formatted(number) : null;
        long amount = drawnAmount();
        ChargeId id = new ChargeId("pi_rail" + number);
        Instant now = gateway.now();
        charges.open(new Charge(
                id,
                merchant,
                "f" + number,
                Money.vnd(amount),
                CaptureMode.AUTOMATIC,
                new ChargeState.RequiresConfirmation(),
                new ChosenMethod(
                        "pm_" + number,
                        rail,
                        phone == null ? null : gateway.bean(PhoneVault.class).seal(phone)),
                Particulars.forOrder("o-" + number, rail),
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
        pairs.add(new Pair(id, rail, phone, byTransfer ? new TransferModel(amount) : new PushModel(amount)));
    }

    private long drawnAmount() {
        return THOUSAND * (5 + random.nextInt(20));
    }

    private void expire(int operation) {
        gateway.pass(Duration.ofDays(2));
        for (Pair pair : pairs) {
            pair.model().expire();
            TestGateway.await(
                    () -> now(pair).state().wireName().equals(pair.model().state()),
                    () -> "seed " + SEED + ", operation " + operation + ": two days pass over " + pair.id() + ", "
                            + now(pair).state().wireName() + " should be "
                            + pair.model().state());
            agree(pair, "two days pass", operation);
        }
    }

    private String push(Pair pair, PushModel model, int operation) {
        int drawn = random.nextBoolean() ? model.likelyNext() : random.nextInt(100);
        if (drawn < 6) {
            return update(pair, operation, model::update);
        }
        if (drawn <= CONFIRM) {
            return compare("confirm", model.confirm(), operation, () -> charges.confirm(merchant, pair.id()));
        }
        if (drawn <= ANSWER) {
            boolean approved = random.nextInt(3) > 0;
            if (!model.isWithBuyer()) {
                return "nothing to answer";
            }
            answer(pair, approved);
            assertThat(model.answer(approved)).isTrue();
            return "the buyer answers " + approved;
        }
        if (drawn <= NEWS) {
            return bring(pair, model);
        }
        if (drawn < 78) {
            charges.repair(pair.id());
            model.repaired();
            return "repair";
        }
        if (drawn < 84) {
            return compare("cancel", model.cancel(), operation, () -> charges.cancel(merchant, pair.id(), "drawn"));
        }
        if (drawn < 87 && pair.phone() != null && model.takeBack()) {
            assertThat(gateway.post("/sandbox/mobilemoney/phones/" + pair.phone() + "/take-back", Map.of())
                            .statusCode())
                    .isEqualTo(200);
            return "the provider takes it back";
        }
        return refund(pair, operation, model::refund);
    }

    /** News of the charge, if there is any: the newest, or an old one again, once or twice. */
    private String bring(Pair pair, PushModel model) {
        TestGateway.await(() -> gateway.bean(SandboxCallbacks.class).unfinished() == 0, () -> "the postbag to be full");
        List<Postbag.Letter> letters = postbag.of(pair.id().value());
        if (letters.isEmpty()) {
            return "no news";
        }
        Postbag.Letter letter = letters.get(random.nextInt(letters.size()));
        int times = 1 + random.nextInt(2);
        for (int time = 0; time < times; time++) {
            boolean believed = pair.phone() != null || amountIn(letter) == model.amount();
            int status = gateway.send(letter.to(gateway.address())).statusCode();
            if (believed) {
                assertThat(status).as(letter.toString()).isBetween(200, 299);
                model.heard();
            }
        }
        return times == 1 ? "notice" : "notice twice";
    }

    /** What a wallet's notice says that was paid; ZaloPay's stands in a text inside. */
    private long amountIn(Postbag.Letter letter) {
        JsonNode body = read(letter.body());
        return (body.has("data") ? read(body.path("data").asText()) : body)
                .path("amount")
                .asLong();
    }

    private static JsonNode read(String text) {
        try {
            return io.giaovan.edge.json.HouseJson.newMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }

    private void answer(Pair pair, boolean approved) {
        String word = approved ? "/approve" : "/decline";
        String path;
        if (pair.phone() != null) {
            path = "/sandbox/mobilemoney/phones/" + pair.phone() + word;
        } else {
            path = pages.get(pair.id()) + word;
        }
        assertThat(gateway.send(HttpRequest.newBuilder(gateway.address().resolve(path))
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .as(path)
                .isEqualTo(200);
    }

    private String transfer(Pair pair, TransferModel model, int operation) {
        int drawn = random.nextBoolean() ? model.likelyNext() : random.nextInt(100);
        if (drawn < 6) {
            return update(pair, operation, model::update);
        }
        if (drawn <= CONFIRM) {
            return compare("confirm", model.confirm(), operation, () -> charges.confirm(merchant, pair.id()));
        }
        if (drawn <= NEWS) {
            return comesIn(pair, model, operation);
        }
        if (drawn < 81) {
            return compare("cancel", model.cancel(), operation, () -> charges.cancel(merchant, pair.id(), "drawn"));
        }
        return refund(pair, operation, model::refund);
    }

    private String comesIn(Pair pair, TransferModel model, int operation) {
        String code = now(pair).reference();
        if (code == null) {
            return "no code yet";
        }
        long wanted = model.wanted();
        long dong = switch (random.nextInt(4)) {
            case 0 -> Math.max(1, wanted / 2);
            case 1 -> wanted + THOUSAND;
            default -> wanted;
        };
        boolean doubled = random.nextInt(3) == 0;
        gateway.post("/sandbox/bank/faults", Map.of("duplicates", doubled));
        int status = gateway.send(HttpRequest.newBuilder(gateway.address().resolve("/sandbox/bank/transfers"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "transfer-" + operation)
                        .POST(HttpRequest.BodyPublishers.ofString(gateway.text(
                                Map.of("accountNumber", "1023456789012", "amount", dong, "content", code)))))
                .statusCode();
        assertThat(status).isEqualTo(201);
        TestGateway.await(
                () -> books("/sandbox/bank/books", "undelivered") == 0, () -> "the notice of operation " + operation);
        model.comesIn(dong);
        return "transfer of " + dong + (doubled ? ", told twice" : "");
    }

    private String update(Pair pair, int operation, java.util.function.LongFunction<Answer> model) {
        long amount = drawnAmount();
        Charge charge = now(pair);
        return compare(
                "update " + amount,
                model.apply(amount),
                operation,
                () -> charges.reorder(merchant, pair.id(), Money.vnd(amount), charge.capture(), charge.method()));
    }

    private String refund(Pair pair, int operation, java.util.function.LongFunction<Answer> model) {
        long part = 1 + random.nextLong(pair.model().amount());
        String id = "re_rail" + refunds++;
        return compare(
                "refund " + part,
                model.apply(part),
                operation,
                () -> charges.refund(merchant, pair.id(), id, Money.vnd(part), null, Map.of()));
    }

    private static String compare(String said, Answer expected, int operation, Supplier<Charge> step) {
        Answer answered;
        try {
            var _ = step.get();
            answered = Answer.DONE;
        } catch (ProblemException refused) {
            assertThat(refused.code()).as(said).isIn(ErrorCode.OUT_OF_SEQUENCE, ErrorCode.INVALID_FIELD);
            answered = refused.code() == ErrorCode.OUT_OF_SEQUENCE ? Answer.UNEXPECTED_STATE : Answer.INVALID;
        }
        assertThat(answered)
                .as("seed %d, operation %d: %s", SEED, operation, said)
                .isEqualTo(expected);
        return said;
    }

    private Charge now(Pair pair) {
        return charges.get(merchant, pair.id());
    }

    private void agree(Pair pair, String said, int operation) {
        for (int tries = 0; now(pair).hasPendingRefund(); tries++) {
            assertThat(tries)
                    .as("%s: tries to send back over %s", said, pair.rail())
                    .isLessThan(REPAIRS_MAX);
            charges.repair(pair.id());
        }
        Charge charge = now(pair);
        RailModel model = pair.model();
        String context = "seed " + SEED + ", operation " + operation + ": " + said + " on " + pair.id();
        assertThat(charge.state().wireName()).as(context).isEqualTo(model.state());
        assertThat(charge.amount()).as(context).isEqualTo(Money.vnd(model.amount()));
        assertThat(charge.received()).as(context).isEqualTo(Money.vnd(model.received()));
        assertThat(charge.refunded()).as(context).isEqualTo(Money.vnd(model.refunded()));
        if (charge.state() instanceof ChargeState.RequiresAction(NextStep next, int _)
                && next.facts().containsKey(NextStep.URL)) {
            pages.put(pair.id(), URI.create(next.facts().get(NextStep.URL)).getPath());
        }
    }
}
