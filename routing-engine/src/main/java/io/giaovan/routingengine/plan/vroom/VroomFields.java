package io.giaovan.routingengine.plan.vroom;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.model.PlanningProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads single fields of a VROOM request, refusing what is there but wrong. */
final class VroomFields {
    /** Latest second that a request may name, so that sums of many stay exact. */
    static final long SECOND_MAX = 1_000_000_000_000L;

    private static final long ID_MAX = 4_294_967_295L;

    private VroomFields() {}

    static long id(JsonNode node, String what) {
        JsonNode id = node.path("id");
        if (!id.isIntegralNumber() || !id.canConvertToLong() || id.asLong() < 0 || id.asLong() > ID_MAX) {
            throw VroomTrouble.input("Invalid or missing id for " + what + ".");
        }
        return id.asLong();
    }

    static long number(JsonNode node, String field, long standard, long max) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return standard;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0 || value.asLong() > max) {
            throw VroomTrouble.input(
                    "Invalid " + field + " value: " + value + ", whole number from 0 to " + max + " expected.");
        }
        return value.asLong();
    }

    /** A length of time, 0 when absent. */
    static int seconds(JsonNode node, String field) {
        return (int) number(node, field, 0, PlanningProblem.SECONDS_MAX);
    }

    static List<Integer> amounts(JsonNode node, String field, int max) {
        JsonNode value = node.path(field);
        List<Integer> amounts = new ArrayList<>();
        if (value.isMissingNode() || value.isNull()) {
            return amounts;
        }
        if (!value.isArray()) {
            throw VroomTrouble.input("Invalid " + field + " array.");
        }
        for (JsonNode amount : value) {
            if (!amount.isIntegralNumber() || !amount.canConvertToInt() || amount.asInt() < 0 || amount.asInt() > max) {
                throw VroomTrouble.input(
                        "Invalid " + field + " value: " + amount + ", whole number from 0 to " + max + " expected.");
            }
            amounts.add(amount.asInt());
        }
        return amounts;
    }

    static List<String> skills(JsonNode node) {
        List<String> skills = new ArrayList<>();
        for (JsonNode skill : node.path("skills")) {
            if (!skill.isIntegralNumber()) {
                throw VroomTrouble.input("Invalid skill value.");
            }
            skills.add(skill.asText());
        }
        return skills;
    }

    /** Pairs of seconds, in order; empty when absent. */
    static List<long[]> windows(JsonNode windows) {
        List<long[]> all = new ArrayList<>();
        for (JsonNode window : windows) {
            all.add(window(window));
        }
        all.sort((one, other) -> Long.compare(one[0], other[0]));
        return all;
    }

    static long[] window(JsonNode window) {
        if (!window.isArray()
                || window.size() != 2
                || !window.get(0).isIntegralNumber()
                || !window.get(1).isIntegralNumber()
                || window.get(0).asLong() < 0
                || window.get(1).asLong() < window.get(0).asLong()) {
            throw VroomTrouble.input("Invalid time-window.");
        }
        return new long[] {
            Math.min(window.get(0).asLong(), SECOND_MAX), Math.min(window.get(1).asLong(), SECOND_MAX)
        };
    }

    /** A point given as [lon, lat], or null when absent. */
    static @Nullable GeoPoint point(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isArray()
                || value.size() < 2
                || !value.get(0).isNumber()
                || !value.get(1).isNumber()) {
            throw VroomTrouble.input("Invalid location array: [lon, lat] expected.");
        }
        try {
            return new GeoPoint(value.get(1).asDouble(), value.get(0).asDouble());
        } catch (IllegalArgumentException outside) {
            throw VroomTrouble.input("Invalid location array: " + outside.getMessage() + ".");
        }
    }
}
