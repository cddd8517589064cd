package io.giaovan.paymentgateway.api;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.FieldError;
import io.giaovan.contracts.problem.Problem;
import io.giaovan.contracts.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A refusal in the public API's own words. Its message carries no personal data. */
public final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** Something happened before this refusal, so it is remembered like a success. */
    static final int PAYMENT_FAILED = 402;

    private final int status;
    private final String type;
    private final @Nullable String code;
    private final @Nullable String param;
    private final transient @Nullable Map<String, Object> intent;
    /** Name under which the intent is shown. */
    private final String intentName;

    private ApiRefusal(
            int status,
            String type,
            @Nullable String code,
            String message,
            @Nullable String param,
            @Nullable Map<String, Object> intent) {
        this(status, type, code, message, param, intent, "payment_intent");
    }

    private ApiRefusal(
            int status,
            String type,
            @Nullable String code,
            String message,
            @Nullable String param,
            @Nullable Map<String, Object> intent,
            String intentName) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
        this.intent = intent;
        this.intentName = intentName;
    }

    /** A parameter has a value that is not allowed. */
    public static ApiRefusal invalid(String param, String message) {
        return new ApiRefusal(400, "invalid_request_error", null, message, param, null);
    }

    public static ApiRefusal invalid(String param, String code, String message) {
        return new ApiRefusal(400, "invalid_request_error", code, message, param, null);
    }

    public static ApiRefusal missing(String param) {
        return invalid(param, "parameter_missing", "Missing required param: " + param + ".");
    }

    /** There is no such thing, or it is somebody else's. */
    public static ApiRefusal noSuch(String what, String id) {
        return new ApiRefusal(
                404, "invalid_request_error", "resource_missing", "No such " + what + ": '" + id + "'", "id", null);
    }

    /** The intent is not in a state that allows it. */
    public static ApiRefusal unexpectedState(String message, Map<String, Object> intent) {
        return new ApiRefusal(400, "invalid_request_error", "payment_intent_unexpected_state", message, null, intent);
    }

    /** The intent as it stands, if it is refused only because of that. */
    Optional<Map<String, Object>> intentGoneOn() {
        return status == 400 && code != null && code.endsWith("intent_unexpected_state")
                ? Optional.ofNullable(intent)
                : Optional.empty();
    }

    /** The payer's way to pay refused; the intent tells how it stands now. */
    public static ApiRefusal paymentFailed(String code, String message, Map<String, Object> intent) {
        return new ApiRefusal(PAYMENT_FAILED, "card_error", code, message, null, intent);
    }

    /** The setup intent is not in a state that allows it. */
    public static ApiRefusal setupUnexpectedState(String message, Map<String, Object> intent) {
        return new ApiRefusal(
                400, "invalid_request_error", "setup_intent_unexpected_state", message, null, intent, "setup_intent");
    }

    /** The payer's account could not be proven; the setup intent tells how it stands now. */
    public static ApiRefusal setupFailed(String code, String message, Map<String, Object> intent) {
        return new ApiRefusal(PAYMENT_FAILED, "card_error", code, message, null, intent, "setup_intent");
    }

    public static ApiRefusal idempotency(String message) {
        return new ApiRefusal(400, "idempotency_error", null, message, null, null);
    }

    public static ApiRefusal keyInUse() {
        return new ApiRefusal(
                409,
                "idempotency_error",
                "idempotency_key_in_use",
                "There is currently another in-progress request using this Idempotency-Key.",
                null,
                null);
    }

    /** Translates the house's refusals. */
    public static ApiRefusal of(Problem problem) {
        String param =
                problem.errors().stream().map(FieldError::field).findFirst().orElse(null);
        ErrorCode known = ErrorCode.valueOf(problem.code());
        int status = known.status();
        return switch (known) {
            case INVALID_FIELD, BAD_JSON, LIMIT_REACHED, MISSING_IDEMPOTENCY_KEY ->
                new ApiRefusal(400, "invalid_request_error", null, problem.detail(), param, null);
            case OUT_OF_SEQUENCE ->
                new ApiRefusal(
                        400, "invalid_request_error", "payment_intent_unexpected_state", problem.detail(), param, null);
            case IDEMPOTENCY_KEY_REUSED -> idempotency(problem.detail());
            case IDEMPOTENCY_KEY_IN_USE -> keyInUse();
            case NOT_FOUND ->
                new ApiRefusal(404, "invalid_request_error", "resource_missing", problem.detail(), param, null);
            case LOST_RACE ->
                new ApiRefusal(409, "invalid_request_error", "lock_timeout", problem.detail(), param, null);
            case TOO_MANY_REQUESTS ->
                new ApiRefusal(429, "invalid_request_error", "rate_limit", problem.detail(), param, null);
            case PAYMENT_REFUSED ->
                new ApiRefusal(PAYMENT_FAILED, "card_error", "payment_refused", problem.detail(), param, null);
            case UNAUTHENTICATED,
                    FORBIDDEN,
                    METHOD_NOT_ALLOWED,
                    UNSUPPORTED_MEDIA_TYPE,
                    BODY_TOO_LARGE,
                    OUTSIDE_MAP,
                    UNREACHABLE,
                    NO_SLOT,
                    HOLD_EXPIRED,
                    OUT_OF_STOCK,
                    SIGNATURE_INVALID ->
                new ApiRefusal(status, "invalid_request_error", null, problem.detail(), param, null);
            case PARTNER_FAILED, UNAVAILABLE, INTERNAL ->
                new ApiRefusal(status, "api_error", null, problem.detail(), param, null);
        };
    }

    public static ApiRefusal of(ProblemException refused) {
        return of(refused.toProblem());
    }

    /** The same refusal with the intent as somebody else may see it. */
    public ApiRefusal withIntent(UnaryOperator<Map<String, Object>> change) {
        return new ApiRefusal(
                status,
                type,
                code,
                String.valueOf(getMessage()),
                param,
                intent == null ? null : change.apply(intent),
                intentName);
    }

    public int status() {
        return status;
    }

    /** The error object, as it is sent. */
    public Map<String, Object> body() {
        ApiObject error = new ApiObject().put("type", type).putIfPresent("code", code);
        if (status == PAYMENT_FAILED) {
            error.putIfPresent("decline_code", code);
        }
        error.put("message", String.valueOf(getMessage()))
                .putIfPresent("param", param)
                .putIfPresent("doc_url", code == null ? null : "https://giaovan.io/errors/" + code)
                .putIfPresent(intentName, intent);
        return Map.of("error", error.toMap());
    }
}
