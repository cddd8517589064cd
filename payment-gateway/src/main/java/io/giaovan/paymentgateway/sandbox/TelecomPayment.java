package io.giaovan.paymentgateway.sandbox;

import io.giaovan.store.document.StoredValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A payment as the fake telecom keeps it; the amount is in major units. */
record TelecomPayment(Document document) {
    static final String PENDING = "pending_validation";
    static final String RESERVED = "reserved";
    static final String PROCESSING = "processing";
    static final String SUCCEEDED = "succeeded";
    static final String DENIED = "denied";
    static final String CANCELLED = "cancelled";

    String id() {
        return StoredValues.textAt(document, "_id");
    }

    String status() {
        return StoredValues.textAt(document, "status");
    }

    String phone() {
        return StoredValues.textAt(document, "phone");
    }

    BigDecimal amount() {
        return new BigDecimal(StoredValues.textAt(document, "amount"));
    }

    Instant createdAt() {
        return StoredValues.instantAt(document, "createdAt");
    }

    String authorization() {
        return StoredValues.textAt(document, "authorization");
    }

    BigDecimal refunded() {
        return document.getList("refunds", Document.class, List.of()).stream()
                .map(refund -> new BigDecimal(StoredValues.textAt(refund, "amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The answer in CAMARA's shape. */
    Map<String, Object> body(boolean withValidation) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("paymentId", id());
        body.put("amountTransaction", document.get("transaction"));
        body.put("paymentStatus", status());
        body.put("paymentCreationDate", createdAt().toString());
        @Nullable Instant paid = StoredValues.findInstant(document, "paidAt");
        if (paid != null) {
            body.put("paymentDate", paid.toString());
        }
        if (withValidation && status().equals(PENDING)) {
            body.put("validationInfo", Map.of("action", "validate", "authorizationId", authorization()));
        }
        return body;
    }

    static Map<String, Object> refundBody(Document refund) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("refundId", refund.getString("id"));
        body.put("type", "partial");
        body.put("refundStatus", "succeeded");
        body.put("amountTransaction", refund.get("transaction"));
        body.put("refundCreationDate", StoredValues.instantAt(refund, "at").toString());
        body.put("refundDate", StoredValues.instantAt(refund, "at").toString());
        return body;
    }
}
