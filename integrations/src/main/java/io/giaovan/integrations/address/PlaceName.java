package io.giaovan.integrations.address;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A place name in the forms that it is compared in.
 *
 * @param full lower case, without marks, with its kind written out: {@code phuong ben thanh}
 * @param bare the same without its kind: {@code ben thanh}
 */
record PlaceName(String full, String bare) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern LEADING_ZERO = Pattern.compile("\\b0+(?=[0-9])");
    private static final List<String> KINDS =
            List.of("thanh pho", "thi tran", "dac khu", "thi xa", "phuong", "tinh", "quan", "huyen", "xa");
    private static final Map<String, String> SHORT_KINDS = Map.of(
            "tp",
            "thanh pho",
            "tt",
            "thi tran",
            "tx",
            "thi xa",
            "p",
            "phuong",
            "q",
            "quan",
            "h",
            "huyen",
            "x",
            "xa",
            "t",
            "tinh");
    private static final Map<String, String> NICKNAMES =
            Map.of("hcm", "ho chi minh", "hcmc", "ho chi minh", "sai gon", "ho chi minh", "hn", "ha noi");

    static PlaceName of(String written) {
        String words = folded(written);
        String kind = "";
        String bare = words;
        for (String known : KINDS) {
            if (words.startsWith(known + " ")) {
                kind = known;
                bare = words.substring(known.length() + 1);
                break;
            }
        }
        int space = words.indexOf(' ');
        String first = space < 0 ? "" : words.substring(0, space);
        if (kind.isEmpty() && SHORT_KINDS.containsKey(first)) {
            kind = SHORT_KINDS.getOrDefault(first, "");
            bare = words.substring(space + 1);
        } else if (kind.isEmpty() && words.matches("[pq][0-9]{1,2}")) {
            kind = words.startsWith("p") ? "phuong" : "quan";
            bare = words.substring(1);
        } else if (kind.isEmpty() && words.startsWith("tphcm")) {
            kind = "thanh pho";
            bare = "ho chi minh";
        }
        bare = LEADING_ZERO.matcher(bare).replaceAll("");
        return new PlaceName(kind.isEmpty() ? bare : kind + " " + bare, bare);
    }

    /** A province is known by its bare name alone. */
    static String province(String written) {
        String bare = of(written).bare();
        return NICKNAMES.getOrDefault(bare, bare);
    }

    private static String folded(String written) {
        String lower = written.toLowerCase(Locale.ROOT).replace('đ', 'd');
        String plain =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return NOT_A_WORD.matcher(plain).replaceAll(" ").strip();
    }
}
