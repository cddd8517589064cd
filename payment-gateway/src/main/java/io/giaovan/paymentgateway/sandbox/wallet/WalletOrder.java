package io.giaovan.paymentgateway.sandbox.wallet;

import io.giaovan.store.document.StoredValues;
import java.time.Instant;
import java.util.List;
import org.bson.Document;

/** An order as a fake wallet keeps it; amounts in đồng. */
record WalletOrder(Document document) {
    /** Where an order stands. */
    enum Status {
        PENDING,
        HELD,
        PAID,
        DECLINED,
        CANCELLED,
        EXPIRED
    }

    String id() {
        return StoredValues.textAt(document, "order");
    }

    WalletForm form() {
        return WalletForm.valueOf(StoredValues.textAt(document, "form"));
    }

    Status status() {
        return Status.valueOf(StoredValues.textAt(document, "status"));
    }

    long amount() {
        return StoredValues.longAt(document, "amount");
    }

    long transaction() {
        return StoredValues.longAt(document, "transaction");
    }

    boolean hold() {
        return document.getBoolean("hold", false);
    }

    String returnUrl() {
        return StoredValues.textAt(document, "returnUrl");
    }

    String noticeUrl() {
        return StoredValues.textAt(document, "noticeUrl");
    }

    /** What the request said, under the wallet's own names. */
    Document request() {
        return StoredValues.documentAt(document, "request");
    }

    Instant createdAt() {
        return StoredValues.instantAt(document, "createdAt");
    }

    Instant expiresAt() {
        return StoredValues.instantAt(document, "expiresAt");
    }

    Instant changedAt() {
        return StoredValues.instantAt(document, "changedAt");
    }

    List<Document> refunds() {
        return document.getList("refunds", Document.class, List.of());
    }

    long refunded() {
        return refunds().stream()
                .mapToLong(refund -> StoredValues.longAt(refund, "amount"))
                .sum();
    }

    /** Amounts with a behaviour of their own: by their last three digits. */
    boolean is(Magic magic) {
        return amount() % 1_000 == magic.digits;
    }

    /** What an amount does by itself. */
    enum Magic {
        APPROVES(1),
        DECLINES(2),
        CREATE_REPLY_LOST(3),
        NO_NOTICE(4),
        REFUND_REFUSED(5),
        PAID_BEFORE_THE_REPLY(6);

        private final int digits;

        Magic(int digits) {
            this.digits = digits;
        }
    }
}
