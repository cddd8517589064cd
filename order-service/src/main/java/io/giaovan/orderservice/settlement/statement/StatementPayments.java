package io.giaovan.orderservice.settlement.statement;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.PaymentDesk;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutView;
import io.giaovan.contracts.problem.ErrorCategory;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.order.Outcome.Moved;
import io.giaovan.orderservice.order.Outcome.Refused;
import io.giaovan.orderservice.order.Outcome.Unchanged;
import io.giaovan.orderservice.settlement.SettlementSettings;
import io.giaovan.orderservice.settlement.statement.StatementEvent.PayoutFailed;
import io.giaovan.orderservice.settlement.statement.StatementEvent.PayoutPaid;
import io.giaovan.orderservice.settlement.statement.StatementEvent.PayoutUnderWay;
import io.giaovan.orderservice.settlement.statement.StatementEvent.RequestRefused;
import io.giaovan.orderservice.settlement.statement.StatementState.Closed;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the gateway to pay closed statements. The key of a request is the statement's id, so asking again answers with
 * the payout that there is. The gateway itself waits until the seller's balance covers a payout; what it refuses, for
 * lack of cover or anything else, stays due and is asked again. Only after the bank refused a payout, which is certain, is
 * a new one begun under a new key. Safe for concurrent use.
 */
@Singleton
public final class StatementPayments {
    private static final Logger LOG = LoggerFactory.getLogger(StatementPayments.class);

    private final Statements statements;
    private final BeanProvider<PaymentDesk> desk;
    private final SettlementSettings settings;
    private final Clock clock;

    public StatementPayments(
            Statements statements, BeanProvider<PaymentDesk> desk, SettlementSettings settings, Clock clock) {
        this.statements = statements;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /** Statements that were never asked to be paid. */
    public long countNew() {
        return desk.isPresent()
                ? statements.listUnpaid().stream()
                        .filter(StatementPayments::isNew)
                        .count()
                : 0;
    }

    /** Asks for those that were never asked for. */
    public void payNew() {
        pay(StatementPayments::isNew);
    }

    /** Asks for everything that is not paid, also what was refused or is under way. */
    public void payAll() {
        pay(_ -> true);
    }

    /** Takes note of what became of a payout; payouts that are not of a statement are somebody else's business. */
    public void heard(PayoutView payout, String key, Instant at) {
        String[] parts = key.split("-", 2);
        int attempt = parts.length > 1 && parts[1].matches("[0-9]{1,6}") ? Integer.parseInt(parts[1]) : 1;
        Optional<Statement> statement = statements.find(payout.merchantId(), parts[0]);
        if (statement.isPresent() && statement.get().payoutKey(attempt).equals(key)) {
            tell(payout.merchantId(), parts[0], event(attempt, payout, at));
        }
    }

    private void pay(Predicate<Closed> wanted) {
        if (!desk.isPresent()) {
            return;
        }
        for (Statement statement : statements.listUnpaid()) {
            boolean due = statement.state() instanceof Closed closed
                    && wanted.test(closed)
                    && (closed.askAfter() == null || !clock.instant().isBefore(closed.askAfter()));
            if (due) {
                try {
                    ask(statement, ((Closed) statement.state()).attempt());
                } catch (RuntimeException trouble) {
                    LOG.warn("statement {} will be asked for again: {}", statement.id(), trouble.toString());
                }
            }
        }
    }

    private void ask(Statement statement, int attempt) {
        PayoutRequest request = new PayoutRequest(
                statement.payoutKey(attempt), statement.merchantId(), statement.payable(), statement.fees());
        StatementEvent answer;
        try {
            answer = event(attempt, desk.get().payOut(request), clock.instant());
        } catch (ProblemException refused) {
            if (refused.code().category() != ErrorCategory.CALLER) {
                throw refused;
            }
            LOG.warn("statement {} stays due, its payout is refused: {}", statement.id(), refused.code());
            answer = new RequestRefused(attempt, refused.code().name());
        }
        tell(statement.merchantId(), statement.id(), answer);
    }

    private StatementEvent event(int attempt, PayoutView payout, Instant at) {
        return switch (payout.status()) {
            case PENDING, IN_TRANSIT -> new PayoutUnderWay(attempt, payout.payoutId());
            case PAID -> new PayoutPaid(attempt, payout.payoutId(), at);
            case FAILED, CANCELED -> new PayoutFailed(attempt, at.plus(settings.retryFailedAfter()));
        };
    }

    private void tell(MerchantId merchantId, String statementId, StatementEvent event) {
        while (true) {
            Statement statement = statements
                    .find(merchantId, statementId)
                    .orElseThrow(() -> ProblemException.notFound("statement", statementId));
            switch (StatementLife.on(statement.state(), event)) {
                case Moved<StatementState>(StatementState to) -> {
                    if (statements.update(statement.withState(to))) {
                        return;
                    }
                }
                case Unchanged<StatementState> _ -> {
                    return;
                }
                case Refused<StatementState>(var code, String detail) -> {
                    LOG.error("statement {} heard something that cannot be: {} {}", statementId, code, detail);
                    return;
                }
            }
        }
    }

    private static boolean isNew(Statement statement) {
        return statement.state() instanceof Closed closed && isNew(closed);
    }

    private static boolean isNew(Closed closed) {
        return closed.attempt() == 1 && closed.payoutId() == null && closed.trouble() == null;
    }
}
