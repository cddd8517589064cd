package io.giaovan.paymentgateway.charge.record;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.Movement;
import io.giaovan.paymentgateway.charge.Particulars;
import io.giaovan.paymentgateway.charge.Refund;
import io.giaovan.paymentgateway.charge.sharing.SharingCodec;
import io.giaovan.store.document.StoredValues;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** Maps charges to documents and back. */
final class ChargeCodec {
    private ChargeCodec() {}

    static Document document(Charge charge) {
        return new Document("_id", charge.id().value())
                .append("schema", 1)
                .append("merchant", charge.merchantId().value())
                .append("fingerprint", charge.fingerprint())
                .append("amount", StoredValues.money(charge.amount()))
                .append("capture", charge.capture().name())
                .append("state", StateCodec.document(charge.state()))
                .append("method", MethodCodec.document(charge.method()))
                .append("particulars", particulars(charge.particulars()))
                .append("reference", charge.reference())
                .append("authorization", charge.authorization())
                .append("startedAttempt", charge.startedAttempt())
                .append("startedAt", StoredValues.instant(charge.startedAt()))
                .append("expiresAt", Date.from(charge.expiresAt()))
                .append("attempts", charge.attempts())
                .append(
                        "movements",
                        charge.movements().stream().map(ChargeCodec::movement).toList())
                .append(
                        "refunds",
                        charge.refunds().stream().map(ChargeCodec::refund).toList())
                .append("createdAt", Date.from(charge.createdAt()))
                .append("endedAt", StoredValues.instant(charge.endedAt()));
    }

    static Charge charge(Document document) {
        return new Charge(
                new ChargeId(StoredValues.textAt(document, "_id")),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                StoredValues.textAt(document, "fingerprint"),
                StoredValues.moneyAt(document, "amount"),
                CaptureMode.valueOf(StoredValues.textAt(document, "capture")),
                StateCodec.state(StoredValues.documentAt(document, "state")),
                MethodCodec.method(document.get("method", Document.class)),
                particulars(StoredValues.documentAt(document, "particulars")),
                document.getString("reference"),
                document.getString("authorization"),
                document.getString("startedAttempt"),
                StoredValues.findInstant(document, "startedAt"),
                StoredValues.instantAt(document, "expiresAt"),
                document.getInteger("attempts", 0),
                document.getList("movements", Document.class, List.of()).stream()
                        .map(ChargeCodec::movement)
                        .toList(),
                document.getList("refunds", Document.class, List.of()).stream()
                        .map(ChargeCodec::refund)
                        .toList(),
                StoredValues.instantAt(document, "createdAt"),
                StoredValues.findInstant(document, "endedAt"),
                StoredValues.longAt(document, "version"));
    }

    private static Document particulars(Particulars given) {
        return new Document("orderId", given.orderId())
                .append("description", given.description())
                .append("customer", given.customer())
                .append("methodTypes", given.methodTypes())
                .append("metadata", pairs(given.metadata()))
                .append("receiptEmail", given.receiptEmail())
                .append("statementDescriptor", given.statementDescriptor())
                .append("confirmationManual", given.confirmationManual())
                .append("testClock", given.testClock())
                .append("sharing", SharingCodec.document(given.sharing()));
    }

    private static Particulars particulars(Document document) {
        return new Particulars(
                StoredValues.textAt(document, "orderId"),
                document.getString("description"),
                document.getString("customer"),
                document.getList("methodTypes", String.class, List.of()),
                pairs(document),
                document.getString("receiptEmail"),
                document.getString("statementDescriptor"),
                document.getBoolean("confirmationManual", false),
                document.getString("testClock"),
                SharingCodec.sharing(document.get("sharing", Document.class)));
    }

    /** As a list, because a merchant's own names may hold dots. */
    private static List<Document> pairs(Map<String, String> metadata) {
        return new TreeMap<>(metadata)
                .entrySet().stream()
                        .map(pair -> new Document("name", pair.getKey()).append("value", pair.getValue()))
                        .toList();
    }

    private static Map<String, String> pairs(Document document) {
        Map<String, String> metadata = new TreeMap<>();
        for (Document pair : document.getList("metadata", Document.class, List.of())) {
            metadata.put(StoredValues.textAt(pair, "name"), StoredValues.textAt(pair, "value"));
        }
        return metadata;
    }

    private static Document movement(Movement movement) {
        return new Document("id", movement.id())
                .append("kind", movement.kind().name())
                .append("amount", StoredValues.money(movement.amount()))
                .append("at", Date.from(movement.at()))
                .append("party", movement.party());
    }

    private static Movement movement(Document document) {
        return new Movement(
                StoredValues.textAt(document, "id"),
                Movement.Kind.valueOf(StoredValues.textAt(document, "kind")),
                StoredValues.moneyAt(document, "amount"),
                StoredValues.instantAt(document, "at"),
                StoredValues.textAt(document, "party"));
    }

    private static Document refund(Refund refund) {
        return new Document("id", refund.id())
                .append("amount", StoredValues.money(refund.amount()))
                .append("reason", refund.reason())
                .append("status", refund.status().name())
                .append("failure", AnswerCodec.document(refund.failure()))
                .append("createdAt", Date.from(refund.createdAt()))
                .append("metadata", pairs(refund.metadata()))
                .append("takenBack", SharingCodec.document(refund.takenBack()))
                .append("attempt", StateCodec.attempt(refund.attempt()));
    }

    static Refund refund(Document document) {
        Money amount = StoredValues.moneyAt(document, "amount");
        return new Refund(
                StoredValues.textAt(document, "id"),
                amount,
                document.getString("reason"),
                Refund.Status.valueOf(StoredValues.textAt(document, "status")),
                AnswerCodec.failure(document.get("failure", Document.class)),
                StoredValues.instantAt(document, "createdAt"),
                pairs(document),
                SharingCodec.takenBack(document.get("takenBack", Document.class), amount.currency()),
                StateCodec.attempt(document));
    }
}
