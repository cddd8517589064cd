package io.giaovan.paymentgateway.cod;

import io.giaovan.contracts.delivery.ShiftEvent;
import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.cod.custody.CashCounts;
import io.giaovan.paymentgateway.cod.custody.CashCounts.Count;
import io.giaovan.paymentgateway.cod.custody.CashSettings;
import io.giaovan.paymentgateway.cod.custody.Custody;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Books counted cash from a courier to a depot. What a courier took until a count and did not hand over is named a
 * shortage, which the courier owes, once the takings are surely booked; the sellers have their money either way. Safe for
 * concurrent use.
 */
@Singleton
public final class HandOvers {
    private static final int ENTRIES_READ_MAX = 10_000;

    private final CashCounts counts;
    private final Custody custody;
    private final Ledger ledger;
    private final CashSettings settings;
    private final Clock clock;

    HandOvers(CashCounts counts, Custody custody, Ledger ledger, CashSettings settings, Clock clock) {
        this.counts = counts;
        this.custody = custody;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /** Books a count; the same shift is booked once. */
    void counted(ShiftEvent shift) {
        Count count = new Count(shift.shiftId(), shift.courierId(), shift.depot(), shift.counted(), shift.at());
        counts.keep(count, false);
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
        counts.booked(count.id());
        custody.counted(count);
    }

    /** Counts whose difference is due and not named yet. */
    long due() {
        return counts.due(dueBefore());
    }

    /** Names the differences that are due. */
    void nameDifferences() {
        for (Count count : counts.listDue(dueBefore())) {
            custody.counted(count);
            nameDifference(count.id(), count.courier(), count.counted().currency(), count.at());
            counts.named(count.id());
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
