package io.giaovan.paymentgateway.sandbox.mobilemoney;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal in the GSMA's words. */
final class GsmaRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String category;
    private final String code;

    GsmaRefusal(int status, String category, String code, String description) {
        super(description);
        this.status = status;
        this.category = category;
        this.code = code;
    }

    static GsmaRefusal missing(String name) {
        return new GsmaRefusal(400, "validation", "mandatoryValueNotSupplied", name + " must be given");
    }

    static GsmaRefusal format(String description) {
        return new GsmaRefusal(400, "validation", "formatError", description);
    }

    static GsmaRefusal business(String code, String description) {
        return new GsmaRefusal(400, "businessRule", code, description);
    }

    int status() {
        return status;
    }

    Map<String, Object> body(Instant at) {
        return body(category, code, String.valueOf(getMessage()), at);
    }

    /** An error object. */
    static Map<String, Object> body(String category, String code, String description, Instant at) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errorCategory", category);
        body.put("errorCode", code);
        body.put("errorDescription", description);
        body.put("errorDateTime", at.toString());
        return body;
    }
}
