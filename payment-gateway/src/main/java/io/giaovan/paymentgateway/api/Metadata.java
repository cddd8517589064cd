package io.giaovan.paymentgateway.api;

import java.util.Map;
import java.util.TreeMap;

/** A merchant's own notes. */
public final class Metadata {
    static final int KEYS_MAX = 50;
    static final int KEY_LENGTH_MAX = 40;
    static final int VALUE_LENGTH_MAX = 500;

    private Metadata() {}

    /** The notes after a request: new ones are added, empty ones removed; an empty {@code metadata} removes all. */
    public static Map<String, String> merged(Map<String, String> before, Form form) {
        if (!form.has("metadata")) {
            return before;
        }
        Form given = form.child("metadata");
        Map<String, String> after = new TreeMap<>(given.isEmpty() ? Map.of() : before);
        given.pairs().forEach((key, value) -> {
            if (key.length() > KEY_LENGTH_MAX) {
                throw ApiRefusal.invalid(
                        "metadata", "Metadata keys must be at most " + KEY_LENGTH_MAX + " characters long");
            }
            if (value.length() > VALUE_LENGTH_MAX) {
                throw ApiRefusal.invalid(
                        given.nameOf(key), "Metadata values must be at most " + VALUE_LENGTH_MAX + " characters long");
            }
            if (value.isEmpty()) {
                after.remove(key);
            } else {
                after.put(key, value);
            }
        });
        if (after.size() > KEYS_MAX) {
            throw ApiRefusal.invalid("metadata", "Metadata can have at most " + KEYS_MAX + " keys");
        }
        return after;
    }
}
