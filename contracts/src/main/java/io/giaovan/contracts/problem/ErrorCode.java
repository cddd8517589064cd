package io.giaovan.contracts.problem;

/** Stable error codes. Each has a row in docs/errors.md; a code is never reused for another meaning. */
public enum ErrorCode {
    BAD_JSON(400, ErrorCategory.CALLER, "The body is not the JSON this endpoint reads"),
    INVALID_FIELD(422, ErrorCategory.CALLER, "A field has a value that is not allowed"),
    MISSING_IDEMPOTENCY_KEY(400, ErrorCategory.CALLER, "This call needs an Idempotency-Key header"),
    IDEMPOTENCY_KEY_REUSED(422, ErrorCategory.CALLER, "The Idempotency-Key was used for another request"),
    IDEMPOTENCY_KEY_IN_USE(409, ErrorCategory.CALLER, "A request with this Idempotency-Key is still running"),
    UNAUTHENTICATED(401, ErrorCategory.CALLER, "The key or session is missing or wrong"),
    FORBIDDEN(403, ErrorCategory.CALLER, "The key or session does not allow this"),
    NOT_FOUND(404, ErrorCategory.CALLER, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, ErrorCategory.CALLER, "This address does not take that method"),
    UNSUPPORTED_MEDIA_TYPE(415, ErrorCategory.CALLER, "This endpoint does not read that media type"),
    BODY_TOO_LARGE(413, ErrorCategory.CALLER, "The body is over the limit"),
    LOST_RACE(409, ErrorCategory.CALLER, "Someone changed it first"),
    OUT_OF_SEQUENCE(409, ErrorCategory.CALLER, "That step is not allowed in the present state"),
    OUTSIDE_MAP(422, ErrorCategory.CALLER, "The address lies outside the area that is served"),
    UNREACHABLE(422, ErrorCategory.CALLER, "There is no road to the place for this kind of vehicle"),
    NO_SLOT(409, ErrorCategory.CALLER, "No delivery slot can be kept"),
    HOLD_EXPIRED(409, ErrorCategory.CALLER, "The hold has expired or was released"),
    OUT_OF_STOCK(409, ErrorCategory.CALLER, "There is not enough stock"),
    SIGNATURE_INVALID(401, ErrorCategory.CALLER, "The signature does not match the body"),
    PAYMENT_REFUSED(402, ErrorCategory.CALLER, "The payment was refused"),
    LIMIT_REACHED(422, ErrorCategory.CALLER, "A limit on size or count is exceeded"),
    TOO_MANY_REQUESTS(429, ErrorCategory.CAPACITY, "Too many requests"),
    PARTNER_FAILED(502, ErrorCategory.PARTNER, "A partner failed to answer"),
    UNAVAILABLE(503, ErrorCategory.CAPACITY, "Not ready yet"),
    INTERNAL(500, ErrorCategory.OURS, "Something went wrong on our side");

    private final int status;
    private final ErrorCategory category;
    private final String title;

    ErrorCode(int status, ErrorCategory category, String title) {
        this.status = status;
        this.category = category;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public ErrorCategory category() {
        return category;
    }

    public String title() {
        return title;
    }
}
