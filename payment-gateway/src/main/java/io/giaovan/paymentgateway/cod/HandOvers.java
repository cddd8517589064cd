package io.giaovan.paymentgateway.cod;

import io.giaovan.contracts.delivery.ShiftEvent;
import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.PostingOutcome;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Books counted cash from a courier to a depot and from a depot to the bank. What a courier took until a count and did
 * not hand over is named a shortage once the takings are surely booked. Safe for concurrent use.
 */
@Singleton
public final class HandOvers {
    private static final int ENTRIES_READ_MAX = 10_000;

    private final CashCounts counts;
    private final Ledger ledger;
    private final CashSettings settings;
    private final Clock clock;

    HandOvers(CashCounts counts, Ledger ledger, CashSettings settings, Clock clock) {
        this.counts = counts;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /** Books a count; the same shift is booked once. */
    void counted(ShiftEvent shift) {
        counts.keep(new CashCounts.Count(
                shift.shiftId(), shift.courierId(), shift.counted().currency(), shift.at()));
        if (shift.counted().isPositive()) {
            ledger.post(new Transfer(
                    new TransferId("handover:" + shift.shiftId()),
                    TransferKind.CASH_HANDED_OVER,
                    shift.at(),
                    List.of(
                            Entry.debit(new LedgerAccount(Kind.DEPOT_CASH, shift.depot()), shift.counted()),
                            Entry.credit(new LedgerAccount(Kind.COURIER_CASH, shift.courierId()), shift.counted())),
                    Map.of("shift", shift.shiftId(), "depot", shift.depot(), "courier", shift.courierId())));
        }
    }

    /**
     * Brings counted cash of a depot to the bank; the same reference is booked once.
     *
     * @return what came of it
     */
    public PostingOutcome deposit(String depot, Money amount, String reference) {
        LedgerAccount safe = new LedgerAccount(Kind.DEPOT_CASH, depot);
        return ledger.postCovered(
                new Transfer(
                        new TransferId("deposit:" + depot + ":" + reference),
                        TransferKind.CASH_DEPOSITED,
                        clock.instant(),
                        List.of(Entry.debit(LedgerAccount.house(Kind.BANK), amount), Entry.credit(safe, amount)),
                        Map.of("depot", depot, "reference", reference, Transfer.BANK_REFERENCE, reference)),
                safe);
    }

    /** Counts whose difference is due and not named yet. */
    long due() {
        return counts.due(dueBefore());
    }

    /** Names the differences that are due. */
    void nameDifferences() {
        for (CashCounts.Count count : counts.listDue(dueBefore())) {
            nameDifference(count.shift(), count.courier(), count.currency(), count.at());
            counts.settled(count.shift());
        }
    }

    private Instant dueBefore() {
        return clock.instant().minus(settings.differenceAfter());
    }

    /** What the courier's account stood at when the count was made: takings and hand-overs up to then. */
    private void nameDifference(String shift, String courier, String currency, Instant countedAt) {
        LedgerAccount cash = new LedgerAccount(Kind.COURIER_CASH, courier);
        Money left = ledger.listTouching(cash, ENTRIES_READ_MAX).stream()
                .filter(transfer -> !transfer.at().isAfter(countedAt))
                .map(transfer -> transfer.effectOn(cash, currency))
                .reduce(Money.zero(currency), Money::plus);
        if (left.isZero()) {
            return;
        }
        LedgerAccount named = new LedgerAccount(left.isPositive() ? Kind.CASH_SHORTAGE : Kind.CASH_OVERAGE, courier);
        ledger.post(new Transfer(
                new TransferId("difference:" + shift),
                TransferKind.CASH_DIFFERENCE,
                countedAt,
                List.of(new Entry(named, left), new Entry(cash, left.negated())),
                Map.of("shift", shift, "courier", courier)));
    }
}
