package io.giaovan.paymentgateway.rail.bank.file;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.RefundAnswer;
import io.giaovan.paymentgateway.rail.bank.BankSettings;
import io.giaovan.paymentgateway.rail.bank.BankStatement;
import io.giaovan.paymentgateway.rail.bank.HouseBank;
import io.giaovan.paymentgateway.rail.bank.file.BankFileOrder.Status;
import io.giaovan.paymentgateway.rail.bank.file.StatementFile.Entry;
import io.giaovan.paymentgateway.rail.vietqr.VietQrSettings;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bank that takes orders by file. An order is kept, goes into one pain.001, and ends by a pain.002 or by the booking
 * itself; a rejection never ends what was booked. Safe for concurrent use.
 */
@Singleton
@Requires(property = "giaovan.rails.bank.form", value = "FILES")
final class FileBank implements HouseBank {
    static final int ORDERS_MAX = 1_000;

    private final MongoBankFiles kept;
    private final BankSettings settings;
    private final VietQrSettings account;
    private final Clock clock;

    FileBank(MongoBankFiles kept, BankSettings settings, VietQrSettings account, Clock clock) {
        this.kept = kept;
        this.settings = settings;
        this.account = account;
        this.clock = clock;
    }

    @Override
    public PayoutAnswer pay(String endToEndId, String payee, Money amount) {
        return order(endToEndId, payee, amount, endToEndId);
    }

    @Override
    public RefundAnswer sendBack(String endToEndId, String content, Money amount) {
        Optional<String> sender =
                kept.find(endToEndId).map(BankFileOrder::payeeAccount).or(() -> kept.findSender(content));
        if (sender.isEmpty()) {
            return new RefundAnswer.Pending("no statement has told yet which account sent it");
        }
        return switch (order(endToEndId, sender.get(), amount, "Hoan tien " + content)) {
            case PayoutAnswer.Paid paid -> new RefundAnswer.Paid(paid.reference());
            case PayoutAnswer.Rejected rejected ->
                new RefundAnswer.Refused(rejected.code(), "The bank could not send the money back");
            case PayoutAnswer.Pending pending -> new RefundAnswer.Pending(pending.why());
        };
    }

    private PayoutAnswer order(String endToEndId, String payee, Money amount, String content) {
        BankFileOrder standing = kept.keep(new BankFileOrder(endToEndId, payee, amount, content, Status.WAITING, ""));
        if (!standing.amount().equals(amount) || !standing.payeeAccount().equals(payee)) {
            throw new ProblemException(ErrorCode.IDEMPOTENCY_KEY_REUSED, endToEndId + " belongs to another order");
        }
        return switch (standing.status()) {
            case WAITING -> new PayoutAnswer.Pending("waits for the next file");
            case SENT -> new PayoutAnswer.Pending("is in a file");
            case PAID -> new PayoutAnswer.Paid(endToEndId);
            case REJECTED -> new PayoutAnswer.Rejected(standing.reason());
        };
    }

    @Override
    public BankStatement statement(LocalDate day) {
        return new BankStatement(day, kept.lines(day));
    }

    /**
     * What was put into a file.
     *
     * @param messageId names the file, or is empty when nothing waits
     */
    record Written(String messageId, int orders) {}

    /** Puts what waits into one file. */
    Written write() {
        List<BankFileOrder> waiting = kept.listWaiting(ORDERS_MAX);
        if (waiting.isEmpty()) {
            return new Written("", 0);
        }
        Instant now = clock.instant();
        String id = "GV" + Secrets.digest(now + "|" + waiting).substring(0, 30);
        List<BankFileOrder> mine = new ArrayList<>();
        for (BankFileOrder order : waiting) {
            if (kept.claim(order.endToEndId(), id)) {
                mine.add(order);
            }
        }
        return new Written(mine.isEmpty() ? "" : id, mine.size());
    }

    /** Files of which the bank has not told everything yet. */
    List<String> open() {
        return kept.listOpenFiles();
    }

    /** The file as it is sent; always the same for the same id. */
    String file(String id) {
        return kept.findFile(id).orElseGet(() -> {
            List<BankFileOrder> orders = kept.listIn(id);
            if (orders.isEmpty()) {
                throw ProblemException.notFound("file of orders", id);
            }
            Instant now = clock.instant();
            PaymentOrders.Payer payer =
                    new PaymentOrders.Payer(settings.payerName(), account.accountNumber(), account.bankBin());
            LocalDate day = ServiceDay.of(now, ServiceDay.VIETNAM).date();
            kept.saveFile(id, PaymentOrders.write(id, payer, day, now, orders));
            return kept.findFile(id).orElseThrow();
        });
    }

    /** How many orders a report ended. */
    record Reported(String messageId, int paid, int rejected) {}

    /** Takes in a pain.002; the same again changes nothing. */
    Reported report(String file) {
        PaymentStatuses.Report report = PaymentStatuses.read(file);
        int paid = 0;
        int rejected = 0;
        if (report.all().equals("RJCT")) {
            for (BankFileOrder order : kept.listIn(report.messageId())) {
                rejected += kept.end(order.endToEndId(), Status.REJECTED, code(report.reason())) ? 1 : 0;
            }
        }
        for (PaymentStatuses.Status order : report.orders()) {
            switch (order.status()) {
                case "ACSC", "ACCC" -> paid += kept.end(order.endToEndId(), Status.PAID, "") ? 1 : 0;
                case "RJCT" -> rejected += kept.end(order.endToEndId(), Status.REJECTED, code(order.reason())) ? 1 : 0;
                // ACTC, ACCP, ACSP, PDNG and whatever a bank invents: still on its way.
                default -> {}
            }
        }
        return new Reported(report.messageId(), paid, rejected);
    }

    private static String code(String reason) {
        return reason.isEmpty() ? "rejected" : reason;
    }

    /** What a statement brought. */
    record Taken(int lines, int known, int paid) {}

    /** Takes in camt.053, camt.054 or MT940; the same again changes nothing. */
    Taken take(String file) {
        StatementFile.Content content = StatementFile.read(file);
        if (!content.account().equals(account.accountNumber())) {
            throw ProblemException.invalid("file", content.account(), "is not our account");
        }
        int fresh = 0;
        int paid = 0;
        for (Entry entry : content.entries()) {
            fresh += content.whole() && kept.keepLine(entry) ? 1 : 0;
            paid += isOurs(entry) && kept.end(entry.reference(), Status.PAID, "") ? 1 : 0;
        }
        return new Taken(fresh, content.whole() ? content.entries().size() - fresh : 0, paid);
    }

    /** Whether an outgoing booking is one of our orders to the đồng. */
    private boolean isOurs(Entry entry) {
        return kept.find(entry.reference())
                .filter(order -> order.amount().negated().equals(entry.amount()))
                .isPresent();
    }
}
