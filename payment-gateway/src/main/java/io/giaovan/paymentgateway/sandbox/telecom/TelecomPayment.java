package io.giaovan.paymentgateway.sandbox.telecom;

import io.giaovan.store.document.StoredValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A payment as the fake telecom keeps it; amounts are in major units. */
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

    /** Whether its answer already tells that it is at an end. */
    boolean isOver() {
        return status().equals(SUCCEEDED) || status().equals(DENIED) || status().equals(CANCELLED);
    }

    boolean inTwoSteps() {
        return document.getBoolean("twoSteps", true);
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

    Document transaction() {
        return StoredValues.documentAt(document, "transaction");
    }

    List<Document> refunds() {
        return document.getList("refunds", Document.class, List.of());
    }

    /** What was or is being given back. */
    BigDecimal refunded() {
        return refunds().stream()
                .filter(refund -> !DENIED.equals(refund.getString("status")))
                .map(refund -> new BigDecimal(StoredValues.textAt(refund, "amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The answer in CAMARA's shape. */
    Map<String, Object> body(boolean withValidation, String validationAddress) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("paymentId", id());
        body.put("amountTransaction", transaction());
        body.put("paymentStatus", status());
        body.put("paymentCreationDate", createdAt().toString());
        @Nullable Instant paid = StoredValues.findInstant(document, "paidAt");
        if (paid != null) {
            body.put("paymentDate", paid.toString());
        }
        String sink = document.getString("sink");
        if (sink != null) {
            body.put("sink", sink);
        }
        if (withValidation && status().equals(PENDING)) {
            body.put(
                    "validationInfo",
                    Telecom.Magic.OPENS_A_PAGE.is(phone())
                            ? Map.of("action", "open", "validationURL", validationAddress + id())
                            : Map.of("action", "validate", "authorizationId", authorization()));
        }
        return body;
    }

    static Map<String, Object> refundBody(Document refund) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("refundId", refund.getString("id"));
        body.put("type", refund.getString("type"));
        body.put("refundStatus", refund.getString("status"));
        body.put("amountTransaction", refund.get("transaction"));
        body.put("refundCreationDate", StoredValues.instantAt(refund, "at").toString());
        if (SUCCEEDED.equals(refund.getString("status"))) {
            body.put("refundDate", StoredValues.instantAt(refund, "at").toString());
        }
        for (String name : List.of("reason", "sink")) {
            if (refund.getString(name) != null) {
                body.put(name, refund.getString(name));
            }
        }
        return body;
    }
}
