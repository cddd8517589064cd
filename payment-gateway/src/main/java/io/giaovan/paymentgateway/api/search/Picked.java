package io.giaovan.paymentgateway.api.search;

import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers lists that are filtered, and searches. */
public final class Picked {
    private static final String PAGE_PREFIX = "after:";
    private static final int ID_LENGTH_MAX = 100;

    private Picked() {}

    /** The part of a list that fits; its cursors are ids of items, whether or not those fit. */
    public static <T> Sliced<T> list(
            Function<Slice, Sliced<T>> list, Slice asked, Function<T, String> id, Predicate<T> fits) {
        Walk<T> walk = Walk.along(list, asked, id, fits);
        if (walk.wentFar()) {
            throw ApiRefusal.invalid(
                    "created",
                    "Too few of the " + Walk.LOOKED_AT_MAX
                            + " items that are looked at fit; narrow the list by created.");
        }
        return new Sliced<>(walk.items(), walk.more());
    }

    /**
     * Answers a search, newest first. What it finds is a moment's picture; a page goes on where the last one ended.
     *
     * @param fields what can be searched for
     * @param look an item as it is searched in
     * @param there whether an item can be found at all
     * @param shape an item as it is shown
     */
    public static <T> Map<String, Object> search(
            ApiCall call,
            String url,
            SearchFields fields,
            Function<Slice, Sliced<T>> list,
            Function<T, String> id,
            Function<T, Map<String, Object>> look,
            Predicate<T> there,
            Function<T, Map<String, Object>> shape) {
        Form form = call.form();
        form.allow("query", "limit", "page", "expand");
        SearchQuery query = SearchQuery.parse(form.requiredText("query"), fields);
        Slice asked = Paging.slice(form);
        Slice slice = new Slice(after(form.text("page").orElse(null)), null, asked.limit(), null, null);
        Walk<T> walk = Walk.along(list, slice, id, item -> there.test(item) && query.fits(look.apply(item)));
        List<Map<String, Object>> found = walk.items().stream().map(shape).toList();
        return ApiObject.searchResult(url, found, walk.more() ? page(walk.reached()) : null);
    }

    private static @Nullable String page(@Nullable String reached) {
        return reached == null
                ? null
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((PAGE_PREFIX + reached).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String after(@Nullable String page) {
        if (page == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(page), StandardCharsets.UTF_8);
            if (text.startsWith(PAGE_PREFIX) && text.length() <= PAGE_PREFIX.length() + ID_LENGTH_MAX) {
                return text.substring(PAGE_PREFIX.length());
            }
        } catch (IllegalArgumentException malformed) {
            throw noPage();
        }
        throw noPage();
    }

    private static ApiRefusal noPage() {
        return ApiRefusal.invalid("page", "Invalid page: send the next_page of the answer before.");
    }
}
