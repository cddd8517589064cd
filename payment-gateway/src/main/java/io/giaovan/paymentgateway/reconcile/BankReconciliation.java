package io.giaovan.paymentgateway.reconcile;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.rail.bank.BankStatement;
import io.giaovan.paymentgateway.rail.bank.BankStatement.Line;
import io.giaovan.paymentgateway.rail.bank.HouseBank;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetches a day's statement, reads the ledger's side, and keeps what the comparison found. Safe for concurrent use. */
@Singleton
final class BankReconciliation {
    static final String BANK_NAME = "bank";
    static final int POSTINGS_MAX = 500_000;
    private static final LedgerAccount BANK = LedgerAccount.house(Kind.BANK);

    private final HouseBank bank;
    private final Ledger ledger;
    private final Reconciliations kept;
    private final ReconcileSettings settings;
    private final Clock clock;

    BankReconciliation(HouseBank bank, Ledger ledger, Reconciliations kept, ReconcileSettings settings, Clock clock) {
        this.bank = bank;
        this.ledger = ledger;
        this.kept = kept;
        this.settings = settings;
        this.clock = clock;
    }

    Reconciliation get(LocalDate day) {
        return kept.find(BANK_NAME, day)
                .orElseThrow(() -> ProblemException.notFound("reconciliation of", day.toString()));
    }

    /** Compares a day that has begun; a day that is not over yet can be compared again later. */
    Reconciliation run(LocalDate date) {
        ServiceDay day = new ServiceDay(date, ServiceDay.VIETNAM);
        Instant now = clock.instant();
        if (day.at(LocalTime.MIDNIGHT).isAfter(now)) {
            throw ProblemException.invalid("day", date, "has not begun yet");
        }
        BankStatement statement = bank.statement(date);
        List<Line> earlier = new ArrayList<>();
        for (int before = settings.lateDaysMax(); before >= 1; before--) {
            earlier.addAll(bank.statement(date.minusDays(before)).lines());
        }
        List<Posting> postings =
                postings(date.minusDays(settings.lateDaysMax()), date.plusDays(settings.lateDaysMax() + 1L));
        List<Posting> ofTheDay = postings.stream()
                .filter(posting ->
                        ServiceDay.of(posting.at(), ServiceDay.VIETNAM).equals(day))
                .toList();
        Matching.Outcome outcome = Matching.compare(day, statement.lines(), earlier, postings);
        Reconciliation reconciliation = new Reconciliation(
                date,
                statement.lines().size(),
                ofTheDay.size(),
                outcome.matched(),
                statement.lines().stream().map(Line::amount).reduce(Money.vnd(0), Money::plus),
                ofTheDay.stream().map(Posting::amount).reduce(Money.vnd(0), Money::plus),
                outcome.findings().size(),
                outcome.findings(),
                now);
        kept.save(BANK_NAME, reconciliation);
        return reconciliation;
    }

    private List<Posting> postings(LocalDate first, LocalDate afterLast) {
        Instant from = new ServiceDay(first, ServiceDay.VIETNAM).at(LocalTime.MIDNIGHT);
        Instant until = new ServiceDay(afterLast, ServiceDay.VIETNAM).at(LocalTime.MIDNIGHT);
        List<Posting> postings = new ArrayList<>();
        @Nullable String cursor = null;
        while (true) {
            Sliced<Transfer> slice = ledger.slice(BANK, new Slice(cursor, null, Slice.LIMIT_MAX, from, until));
            slice.items().forEach(transfer -> postings.add(posting(transfer)));
            if (!slice.more()) {
                return postings;
            }
            if (postings.size() >= POSTINGS_MAX) {
                throw new ProblemException(
                        ErrorCode.LIMIT_REACHED,
                        "The ledger has over " + POSTINGS_MAX + " bank postings around the day");
            }
            cursor = slice.items().getLast().id().value();
        }
    }

    private static Posting posting(Transfer transfer) {
        String id = transfer.id().value();
        return new Posting(
                id,
                transfer.references().getOrDefault(Transfer.BANK_REFERENCE, id),
                transfer.effectOn(BANK, Money.VND),
                transfer.at());
    }
}
