package io.giaovan.paymentgateway.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds an object of the wire, field by field in the order they are sent. An absent value is sent as null. */
public final class ApiObject {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Begins an object with its id and kind. */
    public static ApiObject of(String id, String kind) {
        return new ApiObject().put("id", id).put("object", kind);
    }

    /** A list as the wire knows it. */
    public static Map<String, Object> list(String url, List<Map<String, Object>> items, boolean more) {
        return new ApiObject()
                .put("object", "list")
                .put("url", url)
                .put("has_more", more)
                .put("data", items)
                .toMap();
    }

    /**
     * What a search found, as the wire knows it.
     *
     * @param next where the search goes on, or null at its end
     */
    public static Map<String, Object> searchResult(String url, List<Map<String, Object>> items, @Nullable String next) {
        return new ApiObject()
                .put("object", "search_result")
                .put("url", url)
                .put("has_more", next != null)
                .put("next_page", next)
                .put("data", items)
                .toMap();
    }

    @SuppressWarnings("NullAway") // A map of the wire holds nulls on purpose: they are sent.
    public ApiObject put(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    public ApiObject putIfPresent(String name, @Nullable Object value) {
        return value == null ? this : put(name, value);
    }

    /** Fields that this gateway never fills. */
    public ApiObject none(String... names) {
        for (String name : names) {
            put(name, null);
        }
        return this;
    }

    public Map<String, Object> toMap() {
        return Collections.unmodifiableMap(fields);
    }
}
