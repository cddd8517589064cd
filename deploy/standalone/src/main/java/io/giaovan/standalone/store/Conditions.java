package io.giaovan.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a filter that an index can answer: fields that must equal one of some plain values. Whatever else the
 * filter says only narrows this down, so documents found by it still have to be matched.
 */
final class Conditions {
    private final Map<String, List<Object>> wanted = new LinkedHashMap<>();

    private Conditions() {}

    static Conditions of(Document filter) {
        Conditions conditions = new Conditions();
        conditions.read(filter);
        return conditions;
    }

    /** The plain values one of which the field must equal, or null when the filter does not say. */
    @Nullable
    List<Object> on(String field) {
        return wanted.get(field);
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    private void read(Document filter) {
        filter.forEach((field, value) -> {
            if (field.equals("$and") && value instanceof Collection<?> parts) {
                for (Object part : parts) {
                    if (part instanceof Document document) {
                        read(document);
                    }
                }
            } else if (!field.startsWith("$")) {
                List<Object> values = values(value);
                if (values != null) {
                    wanted.merge(field, values, (one, other) -> one.size() <= other.size() ? one : other);
                }
            }
        });
    }

    private static @Nullable List<Object> values(@Nullable Object condition) {
        if (isPlain(condition)) {
            return List.of(condition);
        }
        if (condition instanceof Document operators) {
            if (isPlain(operators.get("$eq"))) {
                return values(operators.get("$eq"));
            }
            if (operators.get("$in") instanceof Collection<?> choices
                    && choices.stream().allMatch(Conditions::isPlain)) {
                return List.copyOf(choices);
            }
        }
        return null;
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof ObjectId
                || value instanceof UUID;
    }
}
