package io.giaovan.paymentgateway.callback;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.problem.ErrorCode;
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
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * Finds the charge that an incoming transfer pays. Money that no charge wants, or that names two, waits in suspense for
 * a person. A notice is kept before it is acted on, and acting twice changes nothing.
 */
@Singleton
final class IncomingTransfers {
    private static final int CODES_MAX = 5;

    private final MongoCollection<Document> notices;
    private final TransferCodes codes;
    private final Charges charges;
    private final Ledger ledger;
    private final VietQrSettings settings;

    IncomingTransfers(
            MongoDatabase database, TransferCodes codes, Charges charges, Ledger ledger, VietQrSettings settings) {
        this.notices = database.getCollection("bank_notices");
        this.codes = codes;
        this.charges = charges;
        this.ledger = ledger;
        this.settings = settings;
    }

    void take(BankNotice notice) {
        if (!notice.account().equals(settings.accountNumber())) {
            throw ProblemException.invalid("accountNumber", notice.account(), "is not our account");
        }
        if (keep(notice)) {
            Outcome outcome = settle(notice);
            notices.updateOne(
                    Filters.eq("_id", notice.id()),
                    Updates.combine(Updates.set("outcome", outcome.name()), Updates.set("charge", outcome.charge())));
        }
    }

    private record Outcome(String name, String charge) {}

    /** Returns false when the notice was settled before. */
    private boolean keep(BankNotice notice) {
        try {
            notices.insertOne(new Document("_id", notice.id())
                    .append("schema", 1)
                    .append("amount", StoredValues.money(notice.amount()))
                    .append("content", notice.content())
                    .append("reference", notice.reference())
                    .append("at", Date.from(notice.at()))
                    .append("outcome", null)
                    .append("charge", null));
            return true;
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw known;
            }
        }
        Document standing = StoredValues.required(
                notices.find(Filters.eq("_id", notice.id())).first(), notice.id());
        if (!StoredValues.moneyAt(standing, "amount").equals(notice.amount())
                || !StoredValues.textAt(standing, "content").equals(notice.content())) {
            throw new ProblemException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED, "Notice " + notice.id() + " came before with other content");
        }
        return standing.getString("outcome") == null;
    }

    private Outcome settle(BankNotice notice) {
        Set<TransferCode> named = TransferCode.findIn(notice.content(), CODES_MAX);
        List<TransferCodes.Owner> owners =
                named.stream().map(codes::find).flatMap(Optional::stream).toList();
        if (owners.size() != 1) {
            suspend(notice, owners.isEmpty() ? "unknown-code" : "several-codes");
            return new Outcome(owners.isEmpty() ? "UNKNOWN_CODE" : "SEVERAL_CODES", "");
        }
        TransferCodes.Owner owner = owners.getFirst();
        Arrival arrival =
                charges.moneyArrived(owner.merchantId(), owner.chargeId(), notice.id(), notice.amount(), notice.at());
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
                Map.of("notice", notice.id(), "why", why)));
    }
}
