package io.giaovan.contracts.problem;

import java.util.List;

/**
 * A refusal as it goes over the wire, an RFC 9457 problem with our own members {@code code} and {@code errors}.
 *
 * @param type address of the code's description
 * @param title what kind of problem it is
 * @param status HTTP status
 * @param detail what was wrong this time and what to try
 * @param code stable code from docs/errors.md, an {@link ErrorCode} name
 * @param errors the fields that are wrong, at most 50
 */
public record Problem(String type, String title, int status, String detail, String code, List<FieldError> errors) {
    public Problem {
        errors = List.copyOf(errors.subList(0, Math.min(50, errors.size())));
    }

    public static Problem of(ErrorCode code, String detail, List<FieldError> errors) {
        return new Problem(
                "https://giaovan.io/errors/" + code.name(), code.title(), code.status(), detail, code.name(), errors);
    }
}
