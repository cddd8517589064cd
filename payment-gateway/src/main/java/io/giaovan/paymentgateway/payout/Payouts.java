package io.giaovan.paymentgateway.payout;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.PostingOutcome;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import io.giaovan.paymentgateway.rail.PhoneVault;
import io.giaovan.paymentgateway.rail.SealedPhone;
import io.giaovan.paymentgateway.rail.bank.HouseBank;
import io.giaovan.paymentgateway.rail.mobilemoney.MobileMoneyPayouts;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pays sellers. The ledger reserves the money before the bank is called, and the bank knows each payout by its id, so
 * asking again never pays again. Safe for concurrent use.
 */
@Singleton
public final class Payouts {
    private final PayoutStore store;
    private final Ledger ledger;
    private final HouseBank bank;
    private final PayoutDestinations destinations;
    private final MobileMoneyPayouts mobileMoney;
    private final PhoneVault vault;
    private final PayoutSettings settings;
    private final Clock clock;

    Payouts(
            PayoutStore store,
            PayoutDestinations destinations,
            Ledger ledger,
            HouseBank bank,
            MobileMoneyPayouts mobileMoney,
            PhoneVault vault,
            PayoutSettings settings,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
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
                        .substring(0, 24);
        Payout fresh = new Payout(
                id,
                request.idempotencyKey(),
                request.merchantId(),
                request.amount(),
                request.fees(),
                maker,
                null,
                null,
                PayoutStatus.PENDING,
                null,
                clock.instant(),
                1);
        store.open(id);
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

    public Sliced<Payout> list(MerchantId merchantId, Slice slice) {
        return store.list(merchantId, slice);
    }

    public Optional<Payout> find(MerchantId merchantId, String id) {
        return store.find(id).filter(payout -> payout.merchantId().equals(merchantId));
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
        if (payout.status() == PayoutStatus.PENDING) {
            if (payout.approver() == null && settings.needsApproval(payout) || !reserved(payout)) {
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
        } else {
            book(payout);
        }
        return true;
    }

    /** Payouts that wait for a second person. */
    List<Payout> listToApprove() {
        return listOpen().stream()
                .flatMap(id -> store.find(id).stream())
                .filter(payout -> payout.status() == PayoutStatus.PENDING
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
        store.close(id);
        return declined;
    }

    private void checkWaiting(Payout payout) {
        if (payout.status() != PayoutStatus.PENDING || payout.approver() != null || !settings.needsApproval(payout)) {
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

    private boolean reserved(Payout payout) {
        LedgerAccount seller =
                new LedgerAccount(Kind.SELLER, payout.merchantId().value());
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.debit(seller, payout.amount().plus(payout.fees())));
        entries.add(Entry.credit(LedgerAccount.house(Kind.PAYOUTS_IN_TRANSIT), payout.amount()));
        if (payout.fees().isPositive()) {
            entries.add(Entry.credit(LedgerAccount.house(Kind.FEES), payout.fees()));
        }
        return ledger.postCovered(transfer(payout, "started", TransferKind.PAYOUT_STARTED, entries), seller)
                instanceof PostingOutcome.Booked;
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

    /** Books the end of a payout; until then it stays open, so a crash before this is repaired by doing it again. */
    private void book(Payout payout) {
        LedgerAccount transit = LedgerAccount.house(Kind.PAYOUTS_IN_TRANSIT);
        Money amount = payout.amount();
        switch (payout.status()) {
            case PAID ->
                ledger.post(transfer(
                        payout,
                        "paid",
                        TransferKind.PAYOUT_PAID,
                        List.of(Entry.debit(transit, amount), Entry.credit(source(payout), amount))));
            case FAILED -> ledger.post(transfer(payout, "failed", TransferKind.PAYOUT_FAILED, givenBack(payout)));
            case CANCELED -> {}
            case PENDING, IN_TRANSIT -> {
                return;
            }
        }
        store.close(payout.id());
    }

    /** Where the money of a payout comes from. */
    private static LedgerAccount source(Payout payout) {
        return payout.phone() == null
                ? LedgerAccount.house(Kind.BANK)
                : new LedgerAccount(Kind.CLEARING, MobileMoneyPayouts.RAIL);
    }

    private static List<Entry> givenBack(Payout payout) {
        LedgerAccount seller =
                new LedgerAccount(Kind.SELLER, payout.merchantId().value());
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.debit(LedgerAccount.house(Kind.PAYOUTS_IN_TRANSIT), payout.amount()));
        if (payout.fees().isPositive()) {
            entries.add(Entry.debit(LedgerAccount.house(Kind.FEES), payout.fees()));
        }
        entries.add(Entry.credit(seller, payout.amount().plus(payout.fees())));
        return entries;
    }

    private Optional<Payout> changed(Payout payout, PayoutStatus status, @Nullable String why) {
        Payout after = payout.with(status, why);
        return store.update(after) ? Optional.of(after.withVersion(payout.version() + 1)) : Optional.empty();
    }

    private Transfer transfer(Payout payout, String step, TransferKind kind, List<Entry> entries) {
        return new Transfer(
                new TransferId("payout:" + payout.id() + ":" + step),
                kind,
                clock.instant(),
                entries,
                Map.of(
                        "payout",
                        payout.id(),
                        "merchant",
                        payout.merchantId().value(),
                        Transfer.BANK_REFERENCE,
                        payout.id()));
    }
}
