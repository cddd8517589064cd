package io.giaovan.paymentgateway.cod;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.cod.custody.Custody;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.PostingOutcome;
import io.giaovan.paymentgateway.ledger.ReservationEnd;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Brings counted cash of depots to the bank: over the counter at once, or by a transport company, which takes it on one
 * day and pays it in on another. What is on its way is reserved: it is still the depot's, and cannot be sent twice. Safe
 * for concurrent use.
 */
@Singleton
final class BankDeposits {
    private final Ledger ledger;
    private final Custody custody;
    private final Clock clock;

    BankDeposits(Ledger ledger, Custody custody, Clock clock) {
        this.ledger = ledger;
        this.custody = custody;
        this.clock = clock;
    }

    /** Pays in; the same reference is booked once. */
    PostingOutcome deposit(String depot, Money amount, String reference) {
        LedgerAccount safe = safe(depot);
        Instant now = clock.instant();
        PostingOutcome outcome = ledger.postCovered(
                new Transfer(
                        new TransferId("deposit:" + depot + ":" + reference),
                        TransferKind.CASH_DEPOSITED,
                        now,
                        entries(safe, amount),
                        references(depot, reference)),
                safe);
        custody.banked(depot, amount.currency(), now);
        return outcome;
    }

    /** Hands cash to a transport company; the same reference is booked once. */
    PostingOutcome send(String depot, Money amount, String reference, Instant until) {
        LedgerAccount safe = safe(depot);
        return ledger.postCovered(
                Transfer.reserving(
                        sent(depot, reference),
                        TransferKind.CASH_SENT_TO_BANK,
                        clock.instant(),
                        entries(safe, amount),
                        until,
                        references(depot, reference)),
                safe);
    }

    /** What was sent arrived, all of it or less; what is missing is the depot's again. */
    ReservationEnd arrived(String depot, Money amount, String reference) {
        Instant now = clock.instant();
        ReservationEnd end = ledger.postReserved(
                sent(depot, reference), TransferKind.CASH_DEPOSITED, now, entries(safe(depot), amount));
        custody.banked(depot, amount.currency(), now);
        return end;
    }

    /** What was sent came back. */
    ReservationEnd cameBack(String depot, String reference) {
        return ledger.release(sent(depot, reference), clock.instant());
    }

    private static TransferId sent(String depot, String reference) {
        return new TransferId("sent:" + depot + ":" + reference);
    }

    private static LedgerAccount safe(String depot) {
        return new LedgerAccount(Kind.DEPOT_CASH, depot);
    }

    private static List<Entry> entries(LedgerAccount safe, Money amount) {
        return List.of(Entry.debit(LedgerAccount.house(Kind.BANK), amount), Entry.credit(safe, amount));
    }

    private static Map<String, String> references(String depot, String reference) {
        return Map.of("depot", depot, "reference", reference, Transfer.BANK_REFERENCE, reference);
    }
}
