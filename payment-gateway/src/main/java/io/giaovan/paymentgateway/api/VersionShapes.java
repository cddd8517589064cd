package io.giaovan.paymentgateway.api;

import io.giaovan.contracts.merchant.MerchantId;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows objects, and all objects inside them, as their reader's version knows them. */
@Singleton
public final class VersionShapes {
    private static final int DAY_LENGTH = "2026-10-28".length();

    private final List<VersionChange> changes;

    VersionShapes(List<VersionChange> changes) {
        this.changes = changes.stream()
                .sorted(Comparator.comparing(VersionChange::since).reversed())
                .toList();
    }

    public Map<String, Object> at(String version, MerchantId merchantId, Map<String, Object> object) {
        String day = version.substring(0, DAY_LENGTH);
        List<VersionChange> later = changes.stream()
                .filter(change -> change.since().compareTo(day) > 0)
                .toList();
        return later.isEmpty() ? object : shown(later, merchantId, object);
    }

    @SuppressWarnings("NullAway") // A map of the wire holds nulls on purpose: they are sent.
    private static Map<String, Object> shown(
            List<VersionChange> changes, MerchantId merchantId, Map<String, Object> object) {
        Map<String, Object> shown = new LinkedHashMap<>();
        object.forEach((name, value) -> shown.put(name, inside(changes, merchantId, value)));
        Map<String, Object> at = shown;
        for (VersionChange change : changes) {
            if (change.kind().equals(object.get("object"))) {
                at = change.before(merchantId, at);
            }
        }
        return at;
    }

    private static @Nullable Object inside(List<VersionChange> changes, MerchantId merchantId, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((name, inner) -> named.put(String.valueOf(name), inner));
            return shown(changes, merchantId, named);
        }
        return value instanceof List<?> list
                ? list.stream().map(item -> inside(changes, merchantId, item)).toList()
                : value;
    }
}
