package io.giaovan.paymentgateway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Currency;

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
        charging(object(object(transaction, "paymentAmount"), "chargingInformation"));
        if (!transaction.hasNonNull("phoneNumber")) {
            throw new CamaraRefusal(422, "MISSING_IDENTIFIER", "The phone number cannot be told from the token");
        }
        phone(transaction);
        sink(body);
        return body;
    }

    static JsonNode refund(JsonNode body) {
        String type = text(body, "type");
        if (!type.equals("partial")) {
            throw CamaraRefusal.argument("type must be partial here");
        }
        JsonNode transaction = object(body, "amountTransaction");
        text(transaction, "referenceCode");
        charging(object(object(transaction, "refundAmount"), "chargingInformation"));
        sink(body);
        return body;
    }

    static void phone(JsonNode node) {
        if (node.hasNonNull("phoneNumber") && !node.path("phoneNumber").asText().matches(PHONE)) {
            throw CamaraRefusal.argument("phoneNumber is not a number with its country code");
        }
    }

    private static void charging(JsonNode charging) {
        JsonNode amount = charging.path("amount");
        if (!amount.isNumber()) {
            throw CamaraRefusal.argument("amount must be a number");
        }
        BigDecimal value = amount.decimalValue().stripTrailingZeros();
        if (value.signum() <= 0 || value.scale() > SCALE_MAX) {
            throw new CamaraRefusal(400, "OUT_OF_RANGE", "amount is above 0 with at most three decimals");
        }
        text(charging, "description");
        try {
            Currency.getInstance(text(charging, "currency"));
        } catch (IllegalArgumentException unknown) {
            throw CamaraRefusal.argument("currency is not an ISO 4217 code");
        }
    }

    private static void sink(JsonNode body) {
        if (body.hasNonNull("sink") && !body.path("sink").asText().startsWith("https://")) {
            throw new CamaraRefusal(400, "INVALID_SINK", "sink must begin with https://");
        }
        if (body.hasNonNull("sinkCredential")
                && !body.path("sinkCredential").path("credentialType").asText().equals("ACCESSTOKEN")) {
            throw new CamaraRefusal(400, "INVALID_CREDENTIAL", "Only ACCESSTOKEN is supported");
        }
    }

    private static JsonNode object(JsonNode node, String name) {
        if (!node.path(name).isObject()) {
            throw CamaraRefusal.argument(name + " must be given");
        }
        return node.path(name);
    }
}
