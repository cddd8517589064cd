package io.giaovan.paymentgateway.charge.suspense;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.charge.ChargeTransfers;
import io.giaovan.paymentgateway.charge.suspense.Resolution.Status;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Lists money in suspense and carries decisions out. A decision is kept before it is carried out, and carrying it out
 * again changes nothing; two people never place the same money twice. Safe for concurrent use.
 */
@Singleton
public final class SuspenseDesk {
    static final int LISTED_MAX = 1_000;
    private static final LedgerAccount SUSPENSE = LedgerAccount.house(Kind.SUSPENSE);
    private static final int TRIES_MAX = 20;
    private static final int ID_LENGTH = 24;

    private final Ledger ledger;
    private final SuspenseTrails trails;
    private final ChargeTransfers transfers;

    /** A charge that a transfer named. */
    public record Named(MerchantId merchantId, ChargeId chargeId) {}

    SuspenseDesk(Ledger ledger, SuspenseTrails trails, ChargeTransfers transfers) {
        this.ledger = ledger;
        this.trails = trails;
        this.transfers = transfers;
    }

    /** What waits, newest first, of the last {@value #LISTED_MAX} movements of the account. */
    List<SuspenseCase> listOpen() {
        return ledger.listTouching(SUSPENSE, LISTED_MAX).stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .filter(Predicate.not(found -> found.open().isZero() && isCarriedOut(found)))
                .toList();
    }

    private static boolean isCarriedOut(SuspenseCase found) {
        return found.trail().stream().noneMatch(step -> step.status() == Status.DECIDED);
    }

    SuspenseCase get(String id) {
        return ledger.find(new TransferId(id))
                .flatMap(this::read)
                .orElseThrow(() -> ProblemException.notFound("money in suspense", id));
    }

    private Optional<SuspenseCase> read(Transfer transfer) {
        Optional<Money> came = transfer.entries().stream()
                .filter(entry -> entry.account().equals(SUSPENSE))
                .map(entry -> entry.amount().negated())
                .filter(Money::isPositive)
                .findFirst();
        SuspenseTrails.Trail trail = trails.get(transfer.id().value());
        return came.map(amount -> new SuspenseCase(
                transfer.id().value(), amount, transfer.at(), transfer.references(), trail.steps(), trail.version()));
    }

    SuspenseCase resolve(String id, Resolution decision) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            SuspenseCase found = get(id);
            Optional<Resolution> known = found.find(decision.reference());
            if (known.isPresent() && !known.get().sameAs(decision)) {
                throw new ProblemException(
                        ErrorCode.IDEMPOTENCY_KEY_REUSED,
                        "Reference " + decision.reference() + " decided something else about " + id);
            }
            if (known.isEmpty()) {
                check(found, decision);
            }
            if (known.isPresent() || kept(found.with(decision))) {
                return carriedOut(id, known.orElse(decision));
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, id + " is being decided about by others; try again");
    }

    /**
     * Shares money between the charges that its transfer named, when it pays each of them in full and nothing is left. The
     * whole decision is kept before any of it is carried out, so that doing it again goes on where it stopped. What a
     * person has begun to decide about is left to people.
     *
     * @param id of the case
     * @param named at most {@value SuspenseCase#RESOLUTIONS_MAX}
     * @return whether it was shared, now or before
     */
    public boolean share(String id, Collection<Named> named) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            SuspenseCase found = get(id);
            if (found.trail().isEmpty()) {
                Optional<SuspenseCase> shared = shared(found, named);
                if (shared.isEmpty()) {
                    return false;
                }
                if (!kept(shared.get())) {
                    continue;
                }
                found = get(id);
            }
            List<Resolution> shares = found.trail().stream()
                    .filter(step -> step.by().equals(Resolution.HOUSE))
                    .toList();
            shares.forEach(step -> carriedOut(id, step));
            return !shares.isEmpty();
        }
        throw new ProblemException(ErrorCode.LOST_RACE, id + " is being decided about by others; try again");
    }

    private Optional<SuspenseCase> shared(SuspenseCase found, Collection<Named> named) {
        Money rest = found.open();
        SuspenseCase shared = found;
        for (Named one : named) {
            Money wanted = transfers.wanted(one.merchantId(), one.chargeId());
            if (!wanted.isPositive() || !wanted.currency().equals(rest.currency())) {
                return Optional.empty();
            }
            rest = rest.minus(wanted);
            shared = shared.with(Resolution.sharing(one.merchantId(), one.chargeId(), wanted, found.since()));
        }
        return rest.isZero() && !named.isEmpty() ? Optional.of(shared) : Optional.empty();
    }

    private static void check(SuspenseCase found, Resolution decision) {
        Money open = found.open();
        if (!decision.amount().currency().equals(open.currency())
                || decision.amount().compareTo(open) > 0) {
            throw ProblemException.invalid(
                    "amount",
                    decision.amount().amount() + " " + decision.amount().currency(),
                    "is above " + open.amount() + " " + open.currency() + ", what is open of it");
        }
        if (found.trail().size() >= SuspenseCase.RESOLUTIONS_MAX) {
            throw new ProblemException(
                    ErrorCode.LIMIT_REACHED,
                    found.id() + " was decided about " + SuspenseCase.RESOLUTIONS_MAX + " times");
        }
    }

    private boolean kept(SuspenseCase changed) {
        return trails.update(changed.id(), new SuspenseTrails.Trail(changed.trail(), changed.version()));
    }

    private SuspenseCase carriedOut(String id, Resolution decision) {
        if (decision.status() != Status.DECIDED) {
            return get(id);
        }
        Status status = switch (decision.how()) {
            case PAYS_CHARGE -> payCharge(id, decision);
            case SELLERS ->
                book(id, decision, new LedgerAccount(Kind.SELLER, Objects.requireNonNull(decision.merchantId())));
            case PROVIDERS ->
                book(id, decision, new LedgerAccount(Kind.CLEARING, Objects.requireNonNull(decision.rail())));
            case SENT_BACK -> book(id, decision, LedgerAccount.house(Kind.BANK));
        };
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            SuspenseCase found = get(id);
            if (kept(found.with(decision.with(status)))) {
                return get(id);
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, id + " is being decided about by others; try again");
    }

    private Status payCharge(String id, Resolution decision) {
        ChargeTransfers.Arrival arrival = transfers.moneyMatched(
                new MerchantId(Objects.requireNonNull(decision.merchantId())),
                new ChargeId(Objects.requireNonNull(decision.chargeId())),
                stepId(id, decision),
                decision.amount());
        return arrival == ChargeTransfers.Arrival.COUNTED ? Status.DONE : Status.NOT_WANTED;
    }

    private Status book(String id, Resolution decision, LedgerAccount to) {
        Map<String, String> references = new TreeMap<>();
        references.put("case", id);
        references.put("by", decision.by());
        if (decision.chargeId() != null) {
            references.put("charge", decision.chargeId());
        }
        if (decision.rail() != null) {
            references.put("rail", decision.rail());
        }
        if (decision.how() == Resolution.How.SENT_BACK) {
            references.put(Transfer.BANK_REFERENCE, decision.reference());
        }
        ledger.post(new Transfer(
                new TransferId("suspense:" + stepId(id, decision)),
                decision.how() == Resolution.How.PROVIDERS
                        ? TransferKind.PROVIDER_SETTLED
                        : TransferKind.SUSPENSE_MATCHED,
                decision.at(),
                List.of(Entry.debit(SUSPENSE, decision.amount()), Entry.credit(to, decision.amount())),
                references));
        return Status.DONE;
    }

    private static String stepId(String id, Resolution decision) {
        return Secrets.digest(id + "|" + decision.reference()).substring(0, ID_LENGTH);
    }
}
