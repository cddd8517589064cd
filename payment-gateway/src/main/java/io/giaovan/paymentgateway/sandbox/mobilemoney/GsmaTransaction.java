package io.giaovan.paymentgateway.sandbox.mobilemoney;

import io.giaovan.store.document.StoredValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A transaction as the fake provider keeps it; amounts are decimal text. */
record GsmaTransaction(Document document) {
    static final String PENDING = "pending";
    static final String COMPLETED = "completed";
    static final String FAILED = "failed";
    static final String REVERSED = "reversed";

    String reference() {
        return StoredValues.textAt(document, "_id");
    }

    String stateId() {
        return StoredValues.textAt(document, "stateId");
    }

    String type() {
        return StoredValues.textAt(document, "type");
    }

    String status() {
        return StoredValues.textAt(document, "status");
    }

    BigDecimal amount() {
        return new BigDecimal(StoredValues.textAt(document, "amount"));
    }

    String phone() {
        return StoredValues.textAt(document, "phone");
    }

    String bodyDigest() {
        return StoredValues.textAt(document, "bodyDigest");
    }

    @Nullable
    String callback() {
        return document.getString("callback");
    }

    @Nullable
    String correlation() {
        return document.getString("correlation");
    }

    @Nullable
    String original() {
        return document.getString("original");
    }

    Instant createdAt() {
        return StoredValues.instantAt(document, "createdAt");
    }

    Instant expiresAt() {
        return StoredValues.instantAt(document, "expiresAt");
    }

    /** The transaction in the GSMA's shape. */
    Map<String, Object> body(String walletId) {
        boolean outgoing = !type().equals("merchantpay");
        List<Map<String, String>> wallet = List.of(Map.of("key", "walletid", "value", walletId));
        List<Map<String, String>> phone = List.of(Map.of("key", "msisdn", "value", phone()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("transactionReference", reference());
        body.put("type", type());
        body.put("transactionStatus", status());
        body.put("amount", amount().toPlainString());
        body.put("currency", "VND");
        body.put("debitParty", outgoing ? wallet : phone);
        body.put("creditParty", outgoing ? phone : wallet);
        put(body, "requestingOrganisationTransactionReference", document.getString("organisationReference"));
        put(body, "originalTransactionReference", original());
        body.put("creationDate", createdAt().toString());
        body.put(
                "modificationDate",
                StoredValues.instantAt(document, "changedAt").toString());
        return body;
    }

    /** The state of the request in the GSMA's shape. */
    Map<String, Object> state() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("serverCorrelationId", stateId());
        body.put("status", status().equals(REVERSED) ? COMPLETED : status());
        body.put("notificationMethod", callback() == null ? "polling" : "callback");
        if (status().equals(PENDING)) {
            body.put("pendingReason", "Waiting for the payer");
            body.put("expiryTime", expiresAt().toString());
        } else if (status().equals(FAILED)) {
            body.put("error", error());
        } else {
            body.put("objectReference", reference());
        }
        return body;
    }

    Map<String, Object> error() {
        return GsmaRefusal.body(
                StoredValues.textAt(document, "errorCategory"),
                StoredValues.textAt(document, "errorCode"),
                "The request failed",
                StoredValues.instantAt(document, "changedAt"));
    }

    private static void put(Map<String, Object> body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
