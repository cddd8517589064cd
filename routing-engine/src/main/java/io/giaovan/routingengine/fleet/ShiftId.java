package io.giaovan.routingengine.fleet;

import java.time.LocalDate;

/**
 * Identifies a shift: courier, local day and a number that is 1 unless the courier came back on the same day.
 *
 * @param courier who works
 * @param day local date on which it began
 * @param number 1 to {@value #NUMBER_MAX}
 */
public record ShiftId(CourierId courier, LocalDate day, int number) {
    public static final int NUMBER_MAX = 9;

    public ShiftId {
        if (number < 1 || number > NUMBER_MAX) {
            throw new IllegalArgumentException("shiftId: number " + number + " is outside 1 to " + NUMBER_MAX);
        }
    }

    /** Reads {@link #toString()}; refuses anything else. */
    public static ShiftId of(String text) {
        String[] parts = text.length() > 80 ? new String[0] : text.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{4}-\\d{2}-\\d{2}") || !parts[2].matches("[1-9]")) {
            throw new IllegalArgumentException("shiftId: is not of the form courier.2026-11-24.1");
        }
        return new ShiftId(new CourierId(parts[0]), LocalDate.parse(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
        return courier + "." + day + "." + number;
    }
}
