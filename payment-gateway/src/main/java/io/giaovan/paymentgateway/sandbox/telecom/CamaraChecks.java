package io.giaovan.paymentgateway.sandbox.telecom;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Checks bodies against CAMARA's schema, as a telecom would. */
final class CamaraChecks {
    private static final String PHONE = "\\+[1-9][0-9]{4,14}";
    private static final int SCALE_MAX = 3;

    private CamaraChecks() {}

    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw CamaraRefusal.argument(name + " must be given");
        }
        return value.asText();
    }

    static JsonNode payment(JsonNode body) {
        JsonNode transaction = object(body, "amountTransaction");
        text(transaction, "referenceCode");
        JsonNode amount = object(transaction, "paymentAmount");
        charging(object(amount, "chargingInformation"));
        items(amount, "paymentDetails", "id");
        phone(transaction);
        sink(body);
        return body;
    }

    static JsonNode refund(JsonNode body) {
        String type = text(body, "type");
        if (!type.equals("partial") && !type.equals("total")) {
            throw CamaraRefusal.argument("type is total or partial");
        }
        JsonNode transaction = object(body, "amountTransaction");
        text(transaction, "referenceCode");
        JsonNode amount = object(transaction, "refundAmount");
        if (type.equals("partial")) {
            charging(object(amount, "chargingInformation"));
            items(amount, "refundDetails", "paymentItemId");
        }
        sink(body);
        return body;
    }

    /** The phone number of a body, or null. */
    static @Nullable String phone(JsonNode node) {
        if (!node.hasNonNull("phoneNumber")) {
            return null;
        }
        String phone = node.path("phoneNumber").asText();
        if (!node.path("phoneNumber").isTextual() || !phone.matches(PHONE)) {
            throw CamaraRefusal.argument("phoneNumber is not a number with its country code");
        }
        return phone;
    }

    private static void charging(JsonNode charging) {
        money(charging);
        text(charging, "description");
        if (charging.has("isTaxIncluded") && !charging.path("isTaxIncluded").isBoolean()) {
            throw CamaraRefusal.argument("isTaxIncluded is true or false");
        }
        if (charging.has("taxAmount") && !charging.path("taxAmount").isNumber()) {
            throw CamaraRefusal.argument("taxAmount must be a number");
        }
    }

    private static void money(JsonNode charging) {
        JsonNode amount = charging.path("amount");
        if (!amount.isNumber()) {
            throw CamaraRefusal.argument("amount must be a number");
        }
        BigDecimal value = amount.decimalValue().stripTrailingZeros();
        if (value.signum() <= 0 || value.scale() > SCALE_MAX) {
            throw new CamaraRefusal(400, "OUT_OF_RANGE", "amount is above 0 with at most three decimals");
        }
        try {
            Currency.getInstance(text(charging, "currency"));
        } catch (IllegalArgumentException unknown) {
            throw CamaraRefusal.argument("currency is not an ISO 4217 code");
        }
    }

    private static void items(JsonNode amount, String name, String id) {
        JsonNode items = amount.path(name);
        if (items.isMissingNode()) {
            return;
        }
        if (!items.isArray() || items.isEmpty()) {
            throw CamaraRefusal.argument(name + " is a list of at least one");
        }
        for (JsonNode item : items) {
            text(item, id);
            text(item, "description");
            money(item);
        }
    }

    private static void sink(JsonNode body) {
        JsonNode sink = body.path("sink");
        if (!sink.isMissingNode() && !sink.isTextual()) {
            throw CamaraRefusal.argument("sink is an address");
        }
        if (sink.isTextual() && !sink.asText().matches("https://[^/\\s]+.*")) {
            throw new CamaraRefusal(400, "INVALID_SINK", "sink must begin with https://");
        }
        JsonNode credential = body.path("sinkCredential");
        if (credential.isMissingNode()) {
            return;
        }
        if (!text(credential, "credentialType").equals("ACCESSTOKEN")) {
            throw new CamaraRefusal(400, "INVALID_CREDENTIAL", "Only ACCESSTOKEN is supported");
        }
        if (!text(credential, "accessTokenType").equals("bearer")) {
            throw new CamaraRefusal(400, "INVALID_TOKEN", "Only bearer tokens are supported");
        }
        text(credential, "accessToken");
        text(credential, "accessTokenExpiresUtc");
    }

    private static JsonNode object(JsonNode node, String name) {
        if (!node.path(name).isObject()) {
            throw CamaraRefusal.argument(name + " must be given");
        }
        return node.path(name);
    }
}
