package io.giaovan.routingengine.network.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as people type them in a hurry: lower case, no marks, single spaces, no words like "street" or "ward" in front. */
public final class PlainName {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_TEXT = Pattern.compile("[^\\p{L}\\p{N}/]+");
    private static final Pattern KIND = Pattern.compile("^(duong|pho|dai lo|d|street|hem|ngo|kiet) (?=\\p{L})");
    private static final Pattern WARD_KIND = Pattern.compile("^(phuong|xa|dac khu|p|x|ward) ");

    private PlainName() {}

    public static String fold(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String lower = bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return NOT_TEXT.matcher(lower).replaceAll(" ").strip();
    }

    static String street(String name) {
        return KIND.matcher(fold(name)).replaceFirst("");
    }

    public static String ward(String name) {
        return WARD_KIND.matcher(fold(name)).replaceFirst("");
    }
}
