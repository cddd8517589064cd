package io.giaovan.contracts.problem;

/**
 * One field that is wrong.
 *
 * @param field path of the field, for instance {@code items[0].quantity}
 * @param value what was sent, shortened, and empty for personal or secret fields
 * @param limit what would be allowed
 */
public record FieldError(String field, String value, String limit) {
    private static final int VALUE_LENGTH_MAX = 100;

    public FieldError {
        value = value.length() > VALUE_LENGTH_MAX ? value.substring(0, VALUE_LENGTH_MAX) + "…" : value;
    }
}
