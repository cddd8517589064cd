package io.giaovan.paymentgateway.reconcile;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferKind;
import io.giaovan.paymentgateway.rail.Rails;
import io.giaovan.paymentgateway.rail.bank.BankStatement.Line;
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

/** Lays what a provider says it took and gave back for us on a day beside its clearing account. */
@Singleton
final class ProviderReconciliation {
    private final Ledger ledger;
    private final Rails rails;
    private final Reconciliations kept;
    private final ReconcileSettings settings;
    private final Clock clock;

    ProviderReconciliation(Ledger ledger, Rails rails, Reconciliations kept, ReconcileSettings settings, Clock clock) {
        this.ledger = ledger;
        this.rails = rails;
        this.kept = kept;
        this.settings = settings;
        this.clock = clock;
    }

    Reconciliation get(String rail, LocalDate day) {
        return kept.find(rail, day)
                .orElseThrow(() -> ProblemException.notFound("reconciliation of " + rail + " of", day.toString()));
    }

    Reconciliation run(String rail, LocalDate date, String file) {
        String name = rails.get(rail).name();
        ServiceDay day = new ServiceDay(date, ServiceDay.VIETNAM);
        List<Line> lines = ProviderFile.read(file);
        List<Posting> postings = postings(new LedgerAccount(Kind.CLEARING, name), date);
        List<Posting> ofTheDay = postings.stream()
                .filter(posting ->
                        ServiceDay.of(posting.at(), ServiceDay.VIETNAM).equals(day))
                .toList();
        Matching.Outcome outcome = Matching.compare(day, lines, List.of(), postings);
        Reconciliation found = new Reconciliation(
                date,
                lines.size(),
                ofTheDay.size(),
                outcome.matched(),
                lines.stream().map(Line::amount).reduce(Money.vnd(0), Money::plus),
                ofTheDay.stream().map(Posting::amount).reduce(Money.vnd(0), Money::plus),
                outcome.findings().size(),
                outcome.findings(),
                clock.instant());
        kept.save(name, found);
        return found;
    }

    private List<Posting> postings(LedgerAccount clearing, LocalDate date) {
        Instant from = start(date.minusDays(settings.lateDaysMax()));
        Instant until = start(date.plusDays(settings.lateDaysMax() + 1L));
        List<Posting> postings = new ArrayList<>();
        @Nullable String cursor = null;
        while (true) {
            Sliced<Transfer> slice = ledger.slice(clearing, new Slice(cursor, null, Slice.LIMIT_MAX, from, until));
            slice.items().stream()
                    .filter(transfer -> transfer.kind() != TransferKind.PROVIDER_SETTLED)
                    .forEach(transfer -> postings.add(posting(clearing, transfer)));
            if (!slice.more()) {
                return postings;
            }
            if (postings.size() >= BankReconciliation.POSTINGS_MAX) {
                throw new ProblemException(
                        ErrorCode.LIMIT_REACHED,
                        "The ledger has over " + BankReconciliation.POSTINGS_MAX + " postings around the day");
            }
            cursor = slice.items().getLast().id().value();
        }
    }

    private static Instant start(LocalDate day) {
        return new ServiceDay(day, ServiceDay.VIETNAM).at(LocalTime.MIDNIGHT);
    }

    /** A refund is known by its own id, a payout by its, all else by the charge's. */
    private static Posting posting(LedgerAccount clearing, Transfer transfer) {
        String id = transfer.id().value();
        String charge = transfer.references()
                .getOrDefault("charge", transfer.references().getOrDefault("payout", id));
        return new Posting(
                id,
                transfer.references().getOrDefault("refund", charge),
                transfer.effectOn(clearing, Money.VND),
                transfer.at());
    }
}
