package io.giaovan.routingengine.explain;

import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a problem's own seconds and stop ids into words of whoever asked. */
public final class Wording {
    private static final Pattern SECOND = Pattern.compile("\\bsecond ([0-9]{1,9})\\b");
    private static final Pattern STOP = Pattern.compile("\\b([Ss]top) ([^ ,:;]+)");

    private Wording() {}

    /** The text with each second of the problem told as an instant. */
    public static String at(String detail, IntFunction<String> instant) {
        return SECOND.matcher(detail)
                .replaceAll(found -> Matcher.quoteReplacement(instant.apply(Integer.parseInt(found.group(1)))));
    }

    /** The text with each stop called by another name. */
    public static String called(String detail, UnaryOperator<String> name) {
        return STOP.matcher(detail)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + " " + name.apply(found.group(2))));
    }
}
