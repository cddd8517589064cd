package io.giaovan.paymentgateway.cod.custody;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeState;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.charge.Evidence;
import io.giaovan.paymentgateway.charge.Movement;
import io.giaovan.paymentgateway.charge.MovementWatch;
import io.giaovan.paymentgateway.cod.custody.CashCounts.Count;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import io.giaovan.paymentgateway.rail.Rails;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves the cash of parcels from hand to hand and makes it the seller's where the rule says so. Every step may be
 * repeated: the ledger books it once, and a parcel only moves forward. Safe for concurrent use.
 */
@Singleton
public final class Custody implements MovementWatch {
    private static final int TRIES_MAX = 20;

    private final CashParcels parcels;
    private final CashCounts counts;
    private final Ledger ledger;
    private final Rails rails;
    private final CashSettings settings;

    Custody(CashParcels parcels, CashCounts counts, Ledger ledger, Rails rails, CashSettings settings) {
        this.parcels = parcels;
        this.counts = counts;
        this.ledger = ledger;
        this.rails = rails;
        this.settings = settings;
    }

    @Override
    public void booked(Charge charge, Movement movement) {
        ChosenMethod method = charge.method();
        if (movement.kind() != Movement.Kind.CAPTURED
                || method == null
                || rails.get(method.rail()).method() != ChargeMethod.CASH) {
            return;
        }
        boolean byCarrier = movement.party().startsWith(CashParcel.CARRIER_PREFIX);
        CashParcel taken = new CashParcel(
                charge.id(),
                charge.merchantId(),
                charge.particulars().orderId(),
                movement.amount(),
                movement.party(),
                byCarrier ? tracking(charge, movement.party()) : null,
                movement.at(),
                byCarrier ? CashStage.WITH_CARRIER : CashStage.WITH_COURIER,
                movement.party(),
                movement.at(),
                null,
                settings.creditSellerAt() == CreditRule.DOOR,
                1);
        if (taken.credited()) {
            credit(taken, movement.at());
        }
        parcels.insert(taken);
        if (!byCarrier) {
            counts.findCovering(taken.holder(), taken.takenAt())
                    .filter(Count::booked)
                    .ifPresent(count -> toDepot(taken.chargeId(), count));
        }
    }

    /** A parcel company's proof is named by its code, as the order service makes it. */
    private static @Nullable String tracking(Charge charge, String holder) {
        Evidence evidence = charge.state() instanceof ChargeState.Succeeded done ? done.evidence() : null;
        return evidence != null && evidence.proofId().startsWith(holder + "-")
                ? evidence.proofId().substring(holder.length() + 1)
                : null;
    }

    /**
     * A depot counted what a courier handed over: what the courier took until then is at the depot, or at the bank when
     * the count is there already.
     */
    public void counted(Count count) {
        if (count.banked()) {
            parcels.list(CashStage.AT_DEPOT, count.depot()).stream()
                    .filter(parcel -> count.id().equals(parcel.handOver()))
                    .forEach(parcel -> toDepot(parcel.chargeId(), count));
        }
        for (CashParcel parcel : parcels.list(CashStage.WITH_COURIER, count.courier())) {
            if (!parcel.takenAt().isAfter(count.at())) {
                toDepot(parcel.chargeId(), count);
            }
        }
    }

    private void toDepot(ChargeId id, Count count) {
        boolean banked = count.banked();
        move(
                id,
                banked ? CashStage.AT_BANK : CashStage.AT_DEPOT,
                banked ? LedgerAccount.HOUSE : count.depot(),
                count.at(),
                count.id());
    }

    /**
     * A depot's cash went to the bank. The oldest counts go first: what the safe still holds is the newest.
     *
     * @param at when
     */
    public void banked(String depot, String currency, Instant at) {
        Money left = ledger.balance(new LedgerAccount(Kind.DEPOT_CASH, depot), currency);
        Money newer = Money.zero(currency);
        for (Count count : counts.listUnbanked(depot)) {
            if (!count.counted().currency().equals(currency)) {
                continue;
            }
            if (newer.compareTo(left) >= 0) {
                for (CashParcel parcel : parcels.list(CashStage.AT_DEPOT, depot)) {
                    if (count.id().equals(parcel.handOver())) {
                        move(parcel.chargeId(), CashStage.AT_BANK, LedgerAccount.HOUSE, at, count.id());
                    }
                }
                counts.banked(count.id());
            }
            newer = newer.plus(count.counted());
        }
    }

    /** A parcel company accounted for a parcel. */
    public void remitted(ChargeId id, String remittance, Instant at) {
        move(id, CashStage.AT_BANK, LedgerAccount.HOUSE, at, remittance);
    }

    private void move(ChargeId id, CashStage to, String place, Instant at, String by) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Optional<CashParcel> found = parcels.find(id);
            if (found.isEmpty() || found.get().stage().compareTo(to) >= 0) {
                return;
            }
            CashParcel parcel = found.get();
            boolean credited = parcel.credited();
            if (!credited && settings.creditSellerAt().isReachedBy(to)) {
                credit(parcel, at);
                credited = true;
            }
            if (parcels.update(parcel.moved(to, place, at, by, credited))) {
                return;
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, "The cash of " + id + " is being moved by others; try again");
    }

    private void credit(CashParcel parcel, Instant at) {
        String merchant = parcel.merchantId().value();
        ledger.post(new Transfer(
                new TransferId("charge:" + parcel.chargeId() + ":credited"),
                TransferKind.CASH_CREDITED,
                at,
                List.of(
                        Entry.debit(new LedgerAccount(Kind.CASH_IN_CUSTODY, merchant), parcel.amount()),
                        Entry.credit(new LedgerAccount(Kind.SELLER, merchant), parcel.amount())),
                Map.of("charge", parcel.chargeId().value(), "merchant", merchant, "order", parcel.orderId())));
    }
}
