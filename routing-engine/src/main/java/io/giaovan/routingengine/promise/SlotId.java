package io.giaovan.routingengine.promise;

import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.DepotId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * Names a slot, for instance {@code dn1.2026-11-24.0900-1200}.
 *
 * @param depot depot the parcel leaves from
 * @param day local day
 * @param start local time
 * @param end local time
 */
record SlotId(DepotId depot, LocalDate day, LocalTime start, LocalTime end) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HHmm");

    static SlotId of(String text) {
        String[] parts = text.length() > 80 ? new String[0] : text.split("\\.", -1);
        if (parts.length != 3 || !parts[2].matches("\\d{4}-\\d{4}")) {
            throw new IllegalArgumentException("slotId: is not of the form depot.2026-11-24.0900-1200");
        }
        try {
            return new SlotId(
                    new DepotId(parts[0]),
                    LocalDate.parse(parts[1]),
                    LocalTime.parse(parts[2].substring(0, 4), HOUR),
                    LocalTime.parse(parts[2].substring(5), HOUR));
        } catch (DateTimeException broken) {
            throw new IllegalArgumentException("slotId: is not of the form depot.2026-11-24.0900-1200", broken);
        }
    }

    TimeWindow window(Depot at) {
        return at.day(day).between(start, end);
    }

    @Override
    public String toString() {
        return depot + "." + day + "." + HOUR.format(start) + "-" + HOUR.format(end);
    }
}
