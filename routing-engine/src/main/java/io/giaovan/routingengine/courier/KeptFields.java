package io.giaovan.routingengine.courier;

import io.giaovan.contracts.delivery.DoorChoice;
import io.giaovan.contracts.delivery.KeptItem;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the buyer keeps, as the courier's forms send it. */
final class KeptFields {
    private static final String FIELD = "kept";

    private KeptFields() {}

    /** Reads the fields {@code kept1}, {@code kept2}… of the form in which pieces are chosen. */
    static List<KeptItem> read(Map<String, String> form) {
        List<KeptItem> kept = new ArrayList<>();
        for (int line = 1; line <= DoorChoice.LINES_MAX; line++) {
            String quantity = form.get(FIELD + line);
            if (quantity != null) {
                kept.add(item(Integer.toString(line), quantity.strip()));
            }
        }
        return kept;
    }

    /** Reads what {@link #shown} wrote. */
    static List<KeptItem> read(String field) {
        String[] entries = field.split(",", DoorChoice.LINES_MAX + 1);
        if (entries.length > DoorChoice.LINES_MAX) {
            throw ProblemException.invalid(FIELD, "too many", "are more than " + DoorChoice.LINES_MAX + " lines");
        }
        List<KeptItem> kept = new ArrayList<>();
        for (String entry : entries) {
            String[] parts = entry.split(":", 2);
            kept.add(item(parts[0], parts.length > 1 ? parts[1] : ""));
        }
        return kept;
    }

    static CourierPage.Kept shown(List<KeptItem> kept, Money due) {
        return new CourierPage.Kept(
                kept.stream().map(item -> item.line() + ":" + item.quantity()).collect(Collectors.joining(",")),
                kept.stream().mapToInt(KeptItem::quantity).sum(),
                due.amount(),
                CourierPage.money(due));
    }

    private static KeptItem item(String line, String quantity) {
        if (!line.matches("[1-9]\\d{0,2}") || !quantity.matches("\\d{1,3}")) {
            throw ProblemException.invalid(FIELD, line + ":" + quantity, "is not a line and a number of pieces");
        }
        return new KeptItem(Integer.parseInt(line), Integer.parseInt(quantity));
    }
}
