package io.giaovan.paymentgateway.callback;

import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.charge.Charges;
import io.giaovan.paymentgateway.charge.Charges.Arrival;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the charge that an incoming transfer pays. Money that no charge wants, or that names two, waits in suspense for
 * a person. A notice is kept before it is acted on, and acting twice changes nothing.
 */
@Singleton
final class IncomingTransfers {
    private static final int CODES_MAX = 5;

    private final BankNotices notices;
    private final TransferCodes codes;
    private final Charges charges;
    private final Ledger ledger;
    private final VietQrSettings settings;

    IncomingTransfers(
            BankNotices notices, TransferCodes codes, Charges charges, Ledger ledger, VietQrSettings settings) {
        this.notices = notices;
        this.codes = codes;
        this.charges = charges;
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
        Set<TransferCode> named = TransferCode.findIn(notice.content(), CODES_MAX);
        List<TransferCodes.Owner> owners =
                named.stream().map(codes::find).flatMap(Optional::stream).toList();
        if (owners.size() != 1) {
            suspend(notice, owners.isEmpty() ? "unknown-code" : "several-codes");
            return new Outcome(owners.isEmpty() ? "UNKNOWN_CODE" : "SEVERAL_CODES", "");
        }
        TransferCodes.Owner owner = owners.getFirst();
        Arrival arrival = charges.moneyArrived(
                owner.merchantId(), owner.chargeId(), notice.id(), reference(notice), notice.amount(), notice.at());
        return switch (arrival) {
            case COUNTED -> new Outcome("COUNTED", owner.chargeId().value());
            case NOT_WANTED -> {
                suspend(notice, "not-wanted");
                yield new Outcome("NOT_WANTED", owner.chargeId().value());
            }
        };
    }

    private void suspend(BankNotice notice, String why) {
        ledger.post(new Transfer(
                new TransferId("notice:" + notice.id()),
                TransferKind.UNMATCHED_RECEIVED,
                notice.at(),
                List.of(
                        Entry.debit(LedgerAccount.house(LedgerAccount.Kind.BANK), notice.amount()),
                        Entry.credit(LedgerAccount.house(LedgerAccount.Kind.SUSPENSE), notice.amount())),
                Map.of("notice", notice.id(), "why", why, Transfer.BANK_REFERENCE, reference(notice))));
    }

    /** How the bank's statement names the transfer. */
    private static String reference(BankNotice notice) {
        return notice.reference().isBlank() ? notice.id() : notice.reference();
    }
}
