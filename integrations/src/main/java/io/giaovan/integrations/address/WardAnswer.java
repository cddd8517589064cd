package io.giaovan.integrations.address;

import java.util.List;

/** Which ward is meant. */
public sealed interface WardAnswer {
    /** Exactly this one. */
    record Found(Ward ward) implements WardAnswer {}

    /** One of these; a point or a person has to decide. */
    record Ambiguous(List<Ward> candidates) implements WardAnswer {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** None of that name is known. */
    record Unknown() implements WardAnswer {}

    /** Says how many remain. */
    static WardAnswer among(List<Ward> candidates) {
        return switch (candidates.size()) {
            case 0 -> new Unknown();
            case 1 -> new Found(candidates.getFirst());
            default -> new Ambiguous(candidates);
        };
    }
}
