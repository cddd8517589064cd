package io.giaovan.benchmarks.plan.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Routes in CVRPLIB's form: a line {@code Route #1: 3 5 2} each. */
public final class RouteText {
    private RouteText() {}

    public static String write(List<int[]> routes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < routes.size(); i++) {
            text.append("Route #").append(i + 1).append(':');
            for (int customer : routes.get(i)) {
                text.append(' ').append(customer);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /**
     * Reads routes; lines of another kind are passed over.
     *
     * @throws IllegalArgumentException when a route holds something that is no number
     */
    public static List<int[]> read(String text) {
        List<int[]> routes = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("Route #")) {
                String customers = line.substring(line.indexOf(':') + 1).strip();
                try {
                    routes.add(
                            customers.isEmpty()
                                    ? new int[0]
                                    : Arrays.stream(customers.split("\\s+"))
                                            .mapToInt(Integer::parseInt)
                                            .toArray());
                } catch (NumberFormatException notANumber) {
                    throw new IllegalArgumentException("'" + line + "' is not a route", notANumber);
                }
            }
        }
        return routes;
    }
}
