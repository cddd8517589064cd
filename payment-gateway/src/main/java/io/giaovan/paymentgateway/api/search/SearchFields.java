package io.giaovan.paymentgateway.api.search;

import java.util.Map;

/**
 * What a kind of object can be searched for.
 *
 * @param kinds the fields by name; {@code metadata} is one of each kind
 */
public record SearchFields(Map<String, Kind> kinds) {
    /** How a field is compared. */
    public enum Kind {
        /** A word: the whole of it, in any case. */
        WORD,
        /** Text: the whole of it, or with {@code ~} a part of at least three characters. */
        TEXT,
        /** A whole number, or a time in unix seconds. */
        NUMBER,
        /** {@code "true"} or {@code "false"}. */
        FLAG
    }

    public SearchFields {
        kinds = Map.copyOf(kinds);
    }
}
