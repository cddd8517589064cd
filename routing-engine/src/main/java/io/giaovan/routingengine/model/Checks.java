package io.giaovan.routingengine.model;

import java.util.List;

/** Refusals with one shape: field, value, limit. */
final class Checks {
    private Checks() {}

    static void range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(field + ": " + value + " is outside " + min + " to " + max);
        }
    }

    static void size(String field, int size, int max) {
        if (size > max) {
            throw new IllegalArgumentException(field + ": has " + size + " entries, at most " + max + " are allowed");
        }
    }

    static void text(String field, String value) {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException(field + ": '" + value + "' must have 1 to 100 characters");
        }
    }

    static List<Integer> loads(String field, List<Integer> loads) {
        size(field, loads.size(), PlanningProblem.DIMENSIONS_MAX);
        for (int i = 0; i < loads.size(); i++) {
            range(field + "[" + i + "]", loads.get(i), 0, PlanningProblem.LOAD_MAX);
        }
        return List.copyOf(loads);
    }
}
