package io.giaovan.paymentgateway.callback;

import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.charge.ChargeTransfers;
import io.giaovan.paymentgateway.charge.ChargeTransfers.Arrival;
import io.giaovan.paymentgateway.charge.suspense.SuspenseDesk;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import io.giaovan.paymentgateway.rail.vietqr.TransferCode;
import io.giaovan.paymentgateway.rail.vietqr.TransferCodes;
import io.giaovan.paymentgateway.rail.vietqr.VietQrSettings;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the charge that an incoming transfer pays, or the charges. Money that no charge wants, or that names several and
 * is not exactly what they want, waits in suspense for a person. A notice is kept before it is acted on, and acting twice
 * changes nothing.
 */
@Singleton
final class IncomingTransfers {
    private static final int CODES_MAX = 5;

    private final BankNotices notices;
    private final TransferCodes codes;
    private final ChargeTransfers transfers;
    private final SuspenseDesk suspense;
    private final Ledger ledger;
    private final VietQrSettings settings;

    IncomingTransfers(
            BankNotices notices,
            TransferCodes codes,
            ChargeTransfers transfers,
            SuspenseDesk suspense,
            Ledger ledger,
            VietQrSettings settings) {
        this.notices = notices;
        this.codes = codes;
        this.transfers = transfers;
        this.suspense = suspense;
        this.ledger = ledger;
        this.settings = settings;
    }

    void take(BankNotice notice) {
        if (!notice.account().equals(settings.accountNumber())) {
            throw ProblemException.invalid("accountNumber", notice.account(), "is not our account");
        }
        if (notices.keep(notice)) {
            Outcome outcome = settle(notice);
            notices.settled(notice.id(), outcome.name(), outcome.charge());
        }
    }

    private record Outcome(String name, String charge) {}

    private Outcome settle(BankNotice notice) {
        Set<SuspenseDesk.Named> named = TransferCode.findIn(notice.content(), CODES_MAX + 1).stream()
                .map(codes::find)
                .flatMap(Optional::stream)
                .map(owner -> new SuspenseDesk.Named(owner.merchantId(), owner.chargeId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (named.size() > 1) {
            return settleShared(notice, named);
        }
        if (named.isEmpty()) {
            suspend(notice, Map.of("why", "unknown-code"));
            return new Outcome("UNKNOWN_CODE", "");
        }
        SuspenseDesk.Named owner = named.iterator().next();
        boolean wanted = ledger.find(caseOf(notice)).isEmpty()
                && transfers.moneyArrived(
                                owner.merchantId(),
                                owner.chargeId(),
                                notice.id(),
                                reference(notice),
                                notice.amount(),
                                notice.at())
                        == Arrival.COUNTED;
        if (!wanted) {
            suspend(notice, Map.of("why", "not-wanted"));
        }
        return new Outcome(wanted ? "COUNTED" : "NOT_WANTED", owner.chargeId().value());
    }

    /**
     * One transfer for several charges comes into suspense, as the bank's statement shows it: in one sum. From there it
     * pays each charge if it is exactly what they want together; else a person decides, who sees what each wanted.
     */
    private Outcome settleShared(BankNotice notice, Set<SuspenseDesk.Named> named) {
        String all = joined(named, one -> one.chargeId().value());
        if (ledger.find(caseOf(notice)).isEmpty()) {
            suspend(
                    notice,
                    Map.of(
                            "why",
                            "several-codes",
                            "charges",
                            all,
                            "wanted",
                            joined(
                                    named,
                                    one -> Long.toString(transfers
                                            .wanted(one.merchantId(), one.chargeId())
                                            .amount()))));
        }
        boolean shared =
                named.size() <= CODES_MAX && suspense.share(caseOf(notice).value(), named);
        return new Outcome(shared ? "SHARED" : "SEVERAL_CODES", all);
    }

    private static String joined(Set<SuspenseDesk.Named> named, Function<SuspenseDesk.Named, String> part) {
        return named.stream().map(part).collect(Collectors.joining(" "));
    }

    private void suspend(BankNotice notice, Map<String, String> reason) {
        Map<String, String> references = new TreeMap<>(reason);
        references.put("notice", notice.id());
        references.put(Transfer.BANK_REFERENCE, reference(notice));
        ledger.post(new Transfer(
                caseOf(notice),
                TransferKind.UNMATCHED_RECEIVED,
                notice.at(),
                List.of(
                        Entry.debit(LedgerAccount.house(LedgerAccount.Kind.BANK), notice.amount()),
                        Entry.credit(LedgerAccount.house(LedgerAccount.Kind.SUSPENSE), notice.amount())),
                references));
    }

    private static TransferId caseOf(BankNotice notice) {
        return new TransferId("notice:" + notice.id());
    }

    /** How the bank's statement names the transfer. */
    private static String reference(BankNotice notice) {
        return notice.reference().isBlank() ? notice.id() : notice.reference();
    }
}
