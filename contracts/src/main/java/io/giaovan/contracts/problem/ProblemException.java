package io.giaovan.contracts.problem;

import java.util.List;

/** A refusal on its way to the edge, where it becomes problem+json. Its message carries no personal data. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<FieldError> errors;

    public ProblemException(ErrorCode code, String detail) {
        this(code, detail, List.of());
    }

    public ProblemException(ErrorCode code, String detail, List<FieldError> errors) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public ProblemException(ErrorCode code, String detail, Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.errors = List.of();
    }

    /** One field with a value that is not allowed. */
    public static ProblemException invalid(String field, Object value, String limit) {
        return new ProblemException(
                ErrorCode.INVALID_FIELD,
                field + ": " + limit,
                List.of(new FieldError(field, String.valueOf(value), limit)));
    }

    public static ProblemException notFound(String what, String id) {
        return new ProblemException(ErrorCode.NOT_FOUND, "There is no " + what + " " + id);
    }

    public ErrorCode code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Problem toProblem() {
        return Problem.of(code, String.valueOf(getMessage()), errors);
    }
}
