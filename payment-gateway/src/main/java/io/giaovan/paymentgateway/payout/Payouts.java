package io.giaovan.paymentgateway.payout;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.PhoneVault;
import io.giaovan.paymentgateway.rail.SealedPhone;
import io.giaovan.paymentgateway.rail.bank.HouseBank;
import io.giaovan.paymentgateway.rail.mobilemoney.MobileMoneyPayouts;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Pays sellers. The ledger reserves the money before the bank is called, and the bank knows each payout by its id, so
 * asking again never pays again. Safe for concurrent use.
 */
@Singleton
public final class Payouts {
    /** How long one that was refused is looked at again, in case who asked was slow to book it. */
    private static final Duration REFUSED_WATCHED = Duration.ofMinutes(1);

    private static final int TRIES_MAX = 20;
    private static final int ID_LENGTH = 24;

    private final PayoutStore store;
    private final PayoutPostings postings;
    private final HouseBank bank;
    private final PayoutDestinations destinations;
    private final MobileMoneyPayouts mobileMoney;
    private final PhoneVault vault;
    private final PayoutSettings settings;
    private final Clock clock;

    Payouts(
            PayoutStore store,
            PayoutDestinations destinations,
            PayoutPostings postings,
            HouseBank bank,
            MobileMoneyPayouts mobileMoney,
            PhoneVault vault,
            PayoutSettings settings,
            Clock clock) {
        this.store = store;
        this.postings = postings;
        this.bank = bank;
        this.destinations = destinations;
        this.mobileMoney = mobileMoney;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks for a payout; the same key answers with the present state. The worker does the rest. */
    public Payout ask(PayoutRequest request) {
        return ask(request, Payout.HOUSE);
    }

    /** The same for an operator. */
    Payout ask(PayoutRequest request, String maker) {
        if (!request.fees().currency().equals(request.amount().currency())) {
            throw ProblemException.invalid(
                    "fees.currency",
                    request.fees().currency(),
                    "is not " + request.amount().currency());
        }
        String id = "po_"
                + Secrets.digest(request.merchantId() + "|" + request.idempotencyKey())
                        .substring(0, ID_LENGTH);
        Payout fresh = new Payout(
                id,
                request.idempotencyKey(),
                request.merchantId(),
                request.amount(),
                request.fees(),
                maker,
                null,
                null,
                Cover.AT_SENDING,
                PayoutNotes.NONE,
                PayoutStatus.PENDING,
                null,
                clock.instant(),
                1);
        if (store.insert(fresh)) {
            return fresh;
        }
        Payout standing = get(id);
        if (!standing.amount().equals(request.amount()) || !standing.fees().equals(request.fees())) {
            throw new ProblemException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED, "The key asked for another payout, " + standing.id());
        }
        return standing;
    }

    /**
     * Pays a merchant out who asks for it: the ledger takes the money at once or never. The payout is stored before the
     * ledger is asked and seen by nobody until the ledger has it; one that a crash left in between goes on or is refused
     * later.
     *
     * @param seed the same for every repetition of the request
     * @return the payout as it stands now, or none when the balance did not cover it
     */
    public Optional<Payout> ask(MerchantId merchantId, String seed, Money amount, PayoutNotes notes) {
        String key = "api:" + Secrets.digest(seed);
        String id = "po_" + Secrets.digest(merchantId + "|" + key).substring(0, ID_LENGTH);
        Payout fresh = new Payout(
                id,
                key,
                merchantId,
                amount,
                Money.zero(amount.currency()),
                Payout.MERCHANT + merchantId,
                null,
                null,
                Cover.ASKED,
                notes,
                PayoutStatus.PENDING,
                null,
                clock.instant(),
                1);
        store.insert(fresh);
        return Optional.of(covered(get(id))).filter(payout -> payout.cover().seen());
    }

    /** The payout once it is held or refused; whoever loses the race to say so does what the winner said. */
    private Payout covered(Payout asked) {
        Payout payout = asked;
        for (int tries = 0; tries < TRIES_MAX && payout.cover() == Cover.ASKED; tries++) {
            Payout decided = postings.taken(payout) ? payout.held() : payout.refused();
            payout = store.update(decided) ? decided.withVersion(payout.version() + 1) : get(payout.id());
        }
        if (payout.cover() == Cover.REFUSED) {
            postings.end(payout);
        }
        return payout;
    }

    /**
     * Gives up a payout that its merchant asked for, while it is pending; one that was given up stays so.
     *
     * @throws ProblemException OUT_OF_SEQUENCE when it is on its way, at an end, or the house's
     */
    public Payout cancel(MerchantId merchantId, String id) {
        Payout canceled = change(merchantId, id, store::update, payout -> {
            if (payout.status() == PayoutStatus.CANCELED) {
                return payout;
            }
            if (payout.status() != PayoutStatus.PENDING || !payout.isMerchants()) {
                throw new ProblemException(
                        ErrorCode.OUT_OF_SEQUENCE,
                        payout.isMerchants()
                                ? id + " is " + payout.status() + "; only a pending payout can be cancelled"
                                : id + " was not asked for by its merchant and cannot be cancelled by it");
            }
            return payout.with(PayoutStatus.CANCELED, "cancelled by its merchant");
        });
        book(canceled);
        return canceled;
    }

    /** Changes what a merchant noted on a payout; that moves no money and is possible at any time. */
    public Payout annotate(MerchantId merchantId, String id, UnaryOperator<PayoutNotes> notes) {
        return change(merchantId, id, store::note, payout -> {
            PayoutNotes noted = notes.apply(payout.notes());
            return noted.equals(payout.notes()) ? payout : payout.noted(noted);
        });
    }

    private Payout change(MerchantId merchantId, String id, Predicate<Payout> keep, UnaryOperator<Payout> decide) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Payout before = find(merchantId, id).orElseThrow(() -> ProblemException.notFound("payout", id));
            Payout after = decide.apply(before);
            if (after == before) {
                return before;
            }
            if (keep.test(after)) {
                return after.withVersion(before.version() + 1);
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, id + " is being changed by others; try again");
    }

    /** What a merchant's balance holds, to say why it did not cover a payout. */
    public Money balance(MerchantId merchantId, String currency) {
        return postings.balance(merchantId, currency);
    }

    /** A merchant's payouts that can be seen, newest first. */
    public Sliced<Payout> list(MerchantId merchantId, Slice slice) {
        return store.list(merchantId, slice);
    }

    public Optional<Payout> find(MerchantId merchantId, String id) {
        return store.find(id)
                .filter(payout ->
                        payout.merchantId().equals(merchantId) && payout.cover().seen());
    }

    /** For the house, which sees all merchants'. */
    public Optional<Payout> find(String id) {
        return store.find(id);
    }

    private Payout get(String id) {
        return store.find(id).orElseThrow(() -> ProblemException.notFound("payout", id));
    }

    /** Payouts that are not at an end. */
    public List<String> listOpen() {
        return store.listOpen();
    }

    /**
     * Brings a payout forward as far as it goes now; what the bank did not answer is asked again under the same id.
     *
     * @return false when it waits for the seller's balance or for a second person
     */
    public boolean advance(String id) {
        Optional<Payout> found = store.find(id);
        if (found.isEmpty()) {
            return true;
        }
        Payout payout = found.get();
        if (payout.cover() == Cover.ASKED) {
            payout = covered(payout);
        }
        if (payout.status() == PayoutStatus.PENDING) {
            boolean waits = payout.approver() == null && settings.needsApproval(payout);
            if (waits || payout.cover() != Cover.HELD && !postings.taken(payout)) {
                return false;
            }
            // The destination is stored before the money moves: asking again never pays over another rail.
            Payout sentTo =
                    payout.sentTo(destinations.findPhone(payout.merchantId()).orElse(null));
            Optional<Payout> sent =
                    store.update(sentTo) ? Optional.of(sentTo.withVersion(payout.version() + 1)) : Optional.empty();
            if (sent.isEmpty()) {
                return true;
            }
            payout = sent.get();
        }
        if (payout.status() == PayoutStatus.IN_TRANSIT) {
            send(payout);
            return true;
        }
        return book(payout);
    }

    /** Payouts that wait for a second person. */
    List<Payout> listToApprove() {
        return listOpen().stream()
                .flatMap(id -> store.find(id).stream())
                .filter(payout -> payout.status() == PayoutStatus.PENDING
                        && payout.cover().seen()
                        && payout.approver() == null
                        && settings.needsApproval(payout))
                .toList();
    }

    /**
     * Lets a payout go. Its maker cannot; the same approver again changes nothing.
     *
     * @throws ProblemException FORBIDDEN, or OUT_OF_SEQUENCE when it waits for nobody
     */
    Payout approve(String id, String operator) {
        Payout payout = get(id);
        if (payout.maker().equals(operator)) {
            throw new ProblemException(
                    ErrorCode.FORBIDDEN, operator + " asked for " + id + "; another has to approve it");
        }
        if (operator.equals(payout.approver())) {
            return payout;
        }
        checkWaiting(payout);
        return kept(payout.approvedBy(operator));
    }

    /** Gives a payout up that waits for a second person; anybody may. */
    Payout decline(String id, String operator) {
        Payout payout = get(id);
        checkWaiting(payout);
        Payout declined = kept(payout.with(PayoutStatus.CANCELED, "declined by " + operator));
        book(declined);
        return declined;
    }

    private void checkWaiting(Payout payout) {
        if (payout.status() != PayoutStatus.PENDING
                || !payout.cover().seen()
                || payout.approver() != null
                || !settings.needsApproval(payout)) {
            throw new ProblemException(
                    ErrorCode.OUT_OF_SEQUENCE, payout.id() + " is " + payout.status() + " and waits for nobody");
        }
    }

    private Payout kept(Payout changed) {
        if (!store.update(changed)) {
            throw new ProblemException(ErrorCode.LOST_RACE, changed.id() + " was changed by another; look at it again");
        }
        return changed.withVersion(changed.version() + 1);
    }

    private void send(Payout payout) {
        SealedPhone phone = payout.phone();
        HouseBank.PayoutAnswer answer = phone == null
                ? bank.pay(payout.id(), "merchant-" + payout.merchantId(), payout.amount())
                : mobileMoney.pay(payout.id(), vault.open(phone), payout.amount());
        switch (answer) {
            case HouseBank.PayoutAnswer.Paid _ ->
                changed(payout, PayoutStatus.PAID, null).ifPresent(this::book);
            case HouseBank.PayoutAnswer.Rejected rejected ->
                changed(payout, PayoutStatus.FAILED, rejected.code()).ifPresent(this::book);
            case HouseBank.PayoutAnswer.Pending _ -> {}
        }
    }

    /**
     * Books the end of a payout; until then it stays open, so a crash before this is repaired by doing it again.
     *
     * @return false when it will be looked at again
     */
    private boolean book(Payout payout) {
        postings.end(payout);
        if (payout.status() == PayoutStatus.PENDING || payout.status() == PayoutStatus.IN_TRANSIT) {
            return true;
        }
        if (payout.cover() == Cover.REFUSED
                && clock.instant().isBefore(payout.createdAt().plus(REFUSED_WATCHED))) {
            return false;
        }
        store.close(payout);
        return true;
    }

    private Optional<Payout> changed(Payout payout, PayoutStatus status, @Nullable String why) {
        Payout after = payout.with(status, why);
        return store.update(after) ? Optional.of(after.withVersion(payout.version() + 1)) : Optional.empty();
    }
}
