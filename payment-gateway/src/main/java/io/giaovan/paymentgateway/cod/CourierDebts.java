package io.giaovan.paymentgateway.cod;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.cod.custody.CashCounts;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settles what couriers owe for shortages and what they are owed for surpluses. Safe for concurrent use. */
@Singleton
final class CourierDebts {
    private final Ledger ledger;
    private final CashCounts counts;
    private final Clock clock;

    CourierDebts(Ledger ledger, CashCounts counts, Clock clock) {
        this.ledger = ledger;
        this.counts = counts;
        this.clock = clock;
    }

    /** How a difference is settled. */
    enum How {
        /** The courier paid a shortage in cash, at a depot. */
        PAID_AT_DEPOT,
        /** The courier paid a shortage by transfer to the house's bank. */
        PAID_TO_BANK,
        /** The house gives a shortage up, by two people's word. */
        FORGIVEN,
        /** The depot gave a surplus back to the courier. */
        GIVEN_BACK,
        /** The house keeps a surplus, by two people's word. */
        KEPT;

        boolean needsTwo() {
            return this == FORGIVEN || this == KEPT;
        }

        boolean needsDepot() {
            return this == PAID_AT_DEPOT || this == GIVEN_BACK;
        }
    }

    /**
     * What is settled.
     *
     * @param courier whose difference it is
     * @param amount how much of it
     * @param reference the paper behind it; the same is booked once
     * @param depot where cash changed hands, else null
     * @param by who says so
     * @param approvedBy who else says so where two must, else null
     */
    record Settlement(
            String courier,
            Money amount,
            How how,
            String reference,
            @Nullable String depot,
            String by,
            @Nullable String approvedBy) {
        Settlement {
            CashNames.checkAmount(amount);
            CashNames.checkReference(reference);
            CashNames.checkPerson("by", by);
            if (how.needsDepot() && depot == null) {
                throw new IllegalArgumentException("depot: is missing, " + how + " needs where the cash changed hands");
            }
            if (how.needsTwo() && (approvedBy == null || approvedBy.strip().equalsIgnoreCase(by.strip()))) {
                throw new IllegalArgumentException(
                        "approvedBy: must name another person than by, " + how + " needs two");
            }
            if (approvedBy != null) {
                CashNames.checkPerson("approvedBy", approvedBy);
            }
        }
    }

    PostingOutcome settle(Settlement settlement) {
        LedgerAccount shortage = new LedgerAccount(Kind.CASH_SHORTAGE, settlement.courier());
        LedgerAccount surplus = new LedgerAccount(Kind.CASH_OVERAGE, settlement.courier());
        PostingOutcome outcome = switch (settlement.how()) {
            case PAID_AT_DEPOT -> post(settlement, safe(settlement), shortage, shortage);
            case PAID_TO_BANK -> post(settlement, LedgerAccount.house(Kind.BANK), shortage, shortage);
            case FORGIVEN -> post(settlement, LedgerAccount.house(Kind.CASH_LOSSES), shortage, shortage);
            case GIVEN_BACK -> post(settlement, surplus, safe(settlement), surplus);
            case KEPT -> post(settlement, surplus, LedgerAccount.house(Kind.FEES), surplus);
        };
        if (outcome instanceof PostingOutcome.Booked && settlement.how() == How.PAID_AT_DEPOT) {
            keepInSafe(settlement);
        }
        return outcome;
    }

    /** What lies in the safe was counted, whoever brought it: the bank's deposits go through the counts. */
    private void keepInSafe(Settlement settlement) {
        String id = "paid-" + settlement.courier() + "-" + settlement.reference();
        Instant now = clock.instant();
        counts.keep(new CashCounts.Count(id, "", String.valueOf(settlement.depot()), settlement.amount(), now), true);
        counts.booked(id);
    }

    private PostingOutcome post(
            Settlement settlement, LedgerAccount debited, LedgerAccount credited, LedgerAccount drawnOn) {
        Map<String, String> references = new TreeMap<>();
        references.put("courier", settlement.courier());
        references.put("how", settlement.how().name());
        references.put("by", settlement.by());
        if (settlement.approvedBy() != null) {
            references.put("approvedBy", settlement.approvedBy());
        }
        if (settlement.how() == How.PAID_TO_BANK) {
            references.put(Transfer.BANK_REFERENCE, settlement.reference());
        }
        return ledger.postCovered(
                new Transfer(
                        new TransferId("settled-cash:" + settlement.courier() + ":" + settlement.reference()),
                        TransferKind.CASH_SETTLED,
                        clock.instant(),
                        List.of(Entry.debit(debited, settlement.amount()), Entry.credit(credited, settlement.amount())),
                        references),
                drawnOn);
    }

    private static LedgerAccount safe(Settlement settlement) {
        return new LedgerAccount(Kind.DEPOT_CASH, String.valueOf(settlement.depot()));
    }
}
