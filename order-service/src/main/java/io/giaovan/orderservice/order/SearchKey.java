package io.giaovan.orderservice.order;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an order is searched by: its numbers and articles, in lower case and without marks, so that "sach" finds "Sách". */
final class SearchKey {
    /** Most words of a search; further ones are left out. */
    private static final int WORDS_MAX = 5;

    private SearchKey() {}

    static String of(Order order) {
        Purchase purchase = order.purchase();
        return Stream.concat(
                        Stream.of(
                                order.id().value(),
                                purchase.externalId(),
                                order.state().parcelCode()),
                        purchase.lines().stream().flatMap(line -> Stream.of(line.sku(), line.name())))
                .filter(Objects::nonNull)
                .map(SearchKey::plain)
                .collect(Collectors.joining(" "));
    }

    /** The words that a search looks for, each of which an order must have. */
    static List<String> words(String text) {
        return Arrays.stream(plain(text).split("\\s+"))
                .filter(word -> !word.isBlank())
                .limit(WORDS_MAX)
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }
}
