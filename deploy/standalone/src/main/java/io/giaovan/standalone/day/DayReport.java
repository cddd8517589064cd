package io.giaovan.standalone.day;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a played day came to. Nothing in it depends on the machine: the same day gives the same report.
 *
 * @param lines what is told, by section and name, in the order of telling; values are whole numbers or text
 * @param broken invariants that did not hold, with what was seen
 */
public record DayReport(Map<String, Map<String, Object>> lines, List<String> broken) {
    public DayReport {
        lines = new LinkedHashMap<>(lines);
        broken = List.copyOf(broken);
    }

    public boolean sound() {
        return broken.isEmpty();
    }

    /** The report as text for people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach((section, rows) -> {
            text.append(section).append('\n');
            rows.forEach((name, value) ->
                    text.append("  ").append(String.format(Locale.ROOT, "%-34s %s%n", name, shown(value))));
        });
        text.append(sound() ? "Every invariant held.\n" : "BROKEN INVARIANTS\n");
        broken.forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    private static String shown(Object value) {
        return value instanceof Number number
                ? String.format(Locale.ROOT, "%,d", number.longValue())
                : value.toString();
    }
}
