package io.giaovan.paymentgateway.api.dispute;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Metadata;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.paymentgateway.api.charge.ChargeShape;
import io.giaovan.paymentgateway.api.charge.DisputedCharges;
import io.giaovan.paymentgateway.api.dispute.Dispute.Status;
import io.giaovan.paymentgateway.api.search.Picked;
import io.giaovan.paymentgateway.api.shelf.Shelf;
import io.giaovan.paymentgateway.api.shelf.Shelf.News;
import io.giaovan.paymentgateway.api.shelf.Shelves;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeStore;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What telecoms and merchants can do with disputes. A dispute is stored first and booked after; booking again changes
 * nothing, so a crash in between is repaired when the dispute is next looked at.
 */
@Context
final class Disputes implements DisputedCharges {
    static final String WITHDRAWN = "withdrawn";
    static final String REINSTATED = "reinstated";
    private static final String RAIL = "carrier_billing";
    private static final int ID_LENGTH = 24;
    private static final int TRIES_MAX = 20;
    private static final int TEXT_LENGTH_MAX = 5_000;
    private static final String URL = "/v1/disputes";
    /** Evidence that decides a dispute in test mode, as in Stripe's. */
    private static final String WINNING = "winning_evidence";

    private static final String LOSING = "losing_evidence";

    private final Shelf<Dispute> shelf;
    private final DisputeShape shape;
    private final ChargeStore charges;
    private final Ledger ledger;
    private final ApiSettings settings;
    private final Clock clock;

    Disputes(
            Shelves shelves,
            DisputeCodec codec,
            DisputeShape shape,
            ChargeStore charges,
            Ledger ledger,
            ApiSettings settings,
            Clock clock) {
        this.shelf = shelves.open("gateway_disputes", codec, List.of(DisputeCodec.CHARGE));
        this.shape = shape;
        this.charges = charges;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    static String ledgerId(Dispute dispute, String step) {
        return "dispute:" + dispute.id() + ":" + step;
    }

    static LedgerAccount seller(Dispute dispute) {
        return new LedgerAccount(Kind.SELLER, dispute.merchantId().value());
    }

    @Override
    public boolean isDisputed(ChargeId id) {
        return shelf.findWith(DisputeCodec.CHARGE, id.value()).isPresent();
    }

    /**
     * Opens the dispute of a charge, once.
     *
     * @param reason the telecom's word
     */
    Dispute open(ChargeId chargeId, String reason) {
        Charge charge = charges.find(chargeId).orElseThrow(() -> ProblemException.notFound("charge", chargeId.value()));
        Optional<Dispute> standing = shelf.findWith(DisputeCodec.CHARGE, chargeId.value());
        if (standing.isPresent()) {
            return booked(standing.get());
        }
        if (charge.method() == null
                || !charge.method().rail().equals(RAIL)
                || !charge.refundable().isPositive()) {
            throw new ProblemException(
                    ErrorCode.OUT_OF_SEQUENCE,
                    chargeId + " has taken nothing from a phone account that could be disputed");
        }
        Dispute fresh = new Dispute(
                "dp_" + Secrets.digest("dispute|" + chargeId).substring(0, ID_LENGTH),
                charge.merchantId(),
                chargeId,
                charge.refundable(),
                reason,
                Status.NEEDS_RESPONSE,
                Map.of(),
                0,
                Map.of(),
                clock.instant().plus(settings.disputeAnswerWithin()),
                clock.instant(),
                1);
        book(fresh, WITHDRAWN);
        Map<String, Object> shown = shape.shapeForNews(fresh);
        shelf.insert(
                fresh,
                List.of(new News("charge.dispute.created", shown), new News("charge.dispute.funds_withdrawn", shown)));
        return shelf.find(fresh.id()).orElseThrow();
    }

    /** The telecom decided. Deciding the same again changes nothing. */
    Dispute decide(String id, boolean won) {
        Dispute before = shelf.find(id).orElseThrow(() -> ProblemException.notFound("dispute", id));
        Status end = won ? Status.WON : Status.LOST;
        if (before.status().isFinal() && before.status() != end) {
            throw new ProblemException(ErrorCode.OUT_OF_SEQUENCE, id + " was decided otherwise");
        }
        return booked(change(before.merchantId(), id, dispute -> dispute.with(end)));
    }

    /** Books what a dispute moved, as far as that was not done. */
    private Dispute booked(Dispute dispute) {
        book(dispute, WITHDRAWN);
        if (dispute.status() == Status.WON) {
            book(dispute, REINSTATED);
        }
        return dispute;
    }

    private void book(Dispute dispute, String step) {
        TransferId id = new TransferId(ledgerId(dispute, step));
        if (ledger.find(id).isPresent()) {
            return;
        }
        boolean away = step.equals(WITHDRAWN);
        LedgerAccount telecom = new LedgerAccount(Kind.CLEARING, RAIL);
        Money amount = dispute.amount();
        ledger.post(new Transfer(
                id,
                away ? TransferKind.DISPUTE_WITHDRAWN : TransferKind.DISPUTE_REINSTATED,
                clock.instant(),
                away
                        ? List.of(Entry.debit(seller(dispute), amount), Entry.credit(telecom, amount))
                        : List.of(Entry.debit(telecom, amount), Entry.credit(seller(dispute), amount)),
                Map.of("dispute", dispute.id(), "charge", dispute.chargeId().value())));
    }

    private Dispute get(ApiCall call, String id) {
        return booked(shelf.find(call.merchantId(), id).orElseThrow(() -> ApiRefusal.noSuch("dispute", id)));
    }

    Map<String, Object> retrieve(ApiCall call, String id) {
        call.form().allow("expand");
        Expansion.of(call.form());
        return shape.shape(get(call, id));
    }

    Map<String, Object> list(ApiCall call) {
        Form form = call.form();
        form.allow("charge", "payment_intent", "limit", "starting_after", "ending_before", "created", "expand");
        Expansion.ofList(form);
        Optional<String> charge = form.text("charge");
        Optional<String> intent = form.text("payment_intent");
        return Paging.list(
                URL,
                Picked.list(
                        part -> shelf.list(call.merchantId(), part),
                        Paging.slice(form),
                        Dispute::id,
                        dispute -> (charge.isEmpty() || charge.get().equals(ChargeShape.idOf(dispute.chargeId())))
                                && (intent.isEmpty()
                                        || intent.get()
                                                .equals(dispute.chargeId().value()))),
                shape::shape);
    }

    Map<String, Object> update(ApiCall call, String id) {
        Form form = call.form();
        form.allow("evidence", "metadata", "submit", "expand");
        Expansion.of(form);
        Form given = form.child("evidence");
        given.allow(DisputeShape.TEXTS);
        boolean submit = form.oneOf("submit", "true", "false").isEmpty() || form.flag("submit");
        Dispute before = get(call, id);
        boolean answers = form.has("evidence");
        if (answers && before.status() != Status.NEEDS_RESPONSE) {
            throw ApiRefusal.invalid(
                    "id",
                    "dispute_closed",
                    "The dispute is " + before.status().name().toLowerCase(java.util.Locale.ROOT)
                            + "; evidence can be given while it needs a response.");
        }
        Dispute after = change(call.merchantId(), id, dispute -> {
            Map<String, String> words = new TreeMap<>(dispute.evidence());
            given.pairs()
                    .keySet()
                    .forEach(name -> given.text(name, TEXT_LENGTH_MAX)
                            .ifPresentOrElse(text -> words.put(name, text), () -> words.remove(name)));
            return dispute.answered(words, Metadata.merged(dispute.metadata(), form), answers && submit);
        });
        return shape.shape(settings.live() ? after : decidedByMagic(after));
    }

    private Dispute decidedByMagic(Dispute dispute) {
        String words = dispute.evidence().getOrDefault("uncategorized_text", "");
        return dispute.status() == Status.UNDER_REVIEW && (words.equals(WINNING) || words.equals(LOSING))
                ? decide(dispute.id(), words.equals(WINNING))
                : dispute;
    }

    /** The merchant gives in. */
    Map<String, Object> close(ApiCall call, String id) {
        call.form().allow("expand");
        Dispute before = get(call, id);
        if (before.status().isFinal()) {
            throw ApiRefusal.invalid("id", "dispute_closed", "The dispute is closed already.");
        }
        return shape.shape(change(call.merchantId(), id, dispute -> dispute.with(Status.LOST)));
    }

    private Dispute change(MerchantId merchantId, String id, UnaryOperator<Dispute> decide) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Dispute before = shelf.find(merchantId, id).orElseThrow(() -> ApiRefusal.noSuch("dispute", id));
            Dispute after = decide.apply(before);
            if (after.equals(before)) {
                return before;
            }
            if (before.status().isFinal() && before.status() != after.status()) {
                throw new ProblemException(ErrorCode.OUT_OF_SEQUENCE, id + " is closed");
            }
            if (shelf.update(after, news(before, after))) {
                return shelf.find(merchantId, id).orElseThrow();
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, id + " is being changed by others; try again");
    }

    private List<News> news(Dispute before, Dispute after) {
        Map<String, Object> shown = shape.shapeForNews(after);
        List<News> told = new ArrayList<>();
        if (!after.status().isFinal() || before.status() == after.status()) {
            told.add(new News("charge.dispute.updated", shown));
            return told;
        }
        told.add(new News("charge.dispute.closed", shown));
        if (after.status() == Status.WON) {
            told.add(new News("charge.dispute.funds_reinstated", shown));
        }
        return told;
    }
}
