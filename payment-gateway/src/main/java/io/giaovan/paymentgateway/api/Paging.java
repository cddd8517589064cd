package io.giaovan.paymentgateway.api;

import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Translates the parameters of lists, and the lists themselves. */
public final class Paging {
    private static final int LIMIT_DEFAULT = 10;
    private static final long SECONDS_MAX = 253_402_300_799L;

    private Paging() {}

    /** Reads {@code limit}, {@code starting_after}, {@code ending_before} and {@code created}. */
    public static Slice slice(Form form) {
        long limit = form.whole("limit").orElse(LIMIT_DEFAULT);
        if (limit < 1 || limit > Slice.LIMIT_MAX) {
            throw ApiRefusal.invalid("limit", "Invalid limit: must be 1 to " + Slice.LIMIT_MAX);
        }
        boolean exact = form.isPlain("created");
        Form created = exact ? Form.parse("") : form.child("created");
        created.allow("gt", "gte", "lt", "lte");
        OptionalLong exactly = exact ? form.whole("created") : OptionalLong.empty();
        return new Slice(
                form.text("starting_after", 200).orElse(null),
                form.text("ending_before", 200).orElse(null),
                (int) limit,
                later(
                        instant(exactly.isPresent() ? exactly : created.whole("gte"), 0),
                        instant(created.whole("gt"), 1)),
                earlier(
                        instant(exactly.isPresent() ? exactly : created.whole("lte"), 1),
                        instant(created.whole("lt"), 0)));
    }

    private static @Nullable Instant instant(OptionalLong seconds, int more) {
        if (seconds.isEmpty()) {
            return null;
        }
        long moment = seconds.getAsLong();
        if (moment < 0 || moment > SECONDS_MAX) {
            throw ApiRefusal.invalid("created", "Invalid timestamp: must be unix seconds");
        }
        return Instant.ofEpochSecond(moment + more);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : other == null || one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : other == null || one.isBefore(other) ? one : other;
    }

    /** A list as the wire knows it. */
    public static <T> Map<String, Object> list(String url, Sliced<T> found, Function<T, Map<String, Object>> shape) {
        List<Map<String, Object>> items = found.items().stream().map(shape).toList();
        return ApiObject.list(url, items, found.more());
    }
}
