package io.giaovan.paymentgateway.sandbox;

import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.ServiceDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A provider's settlement file of a day: what it took for the house and gave back. Not safe for concurrent use. */
public final class SandboxSettlement {
    private final ServiceDay day;
    private final List<Line> lines = new ArrayList<>();

    private record Line(String reference, String kind, long amount, Instant at) {}

    /** @param day in Vietnam, like 2026-11-24 */
    public SandboxSettlement(String day) {
        try {
            this.day = new ServiceDay(LocalDate.parse(day), ServiceDay.VIETNAM);
        } catch (DateTimeParseException malformed) {
            throw ProblemException.invalid("day", day, "is not a day like 2026-11-24");
        }
    }

    public void took(String reference, long dong, Instant at) {
        add(new Line(reference, "payment", dong, at));
    }

    public void gaveBack(String reference, long dong, Instant at) {
        add(new Line(reference, "refund", -dong, at));
    }

    private void add(Line line) {
        if (ServiceDay.of(line.at(), ServiceDay.VIETNAM).equals(day)) {
            lines.add(line);
        }
    }

    /** The file, in the order of time. */
    public String csv() {
        StringBuilder file = new StringBuilder("reference,kind,amount,currency,at\n");
        lines.stream()
                .sorted(Comparator.comparing(Line::at).thenComparing(Line::reference))
                .forEach(line -> file.append(
                        line.reference() + "," + line.kind() + "," + line.amount() + ",VND," + line.at() + "\n"));
        return file.toString();
    }
}
