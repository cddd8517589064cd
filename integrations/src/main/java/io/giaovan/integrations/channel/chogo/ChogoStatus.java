package io.giaovan.integrations.channel.chogo;

import java.util.Optional;

/** The marketplace's order statuses that we know (names read in a public SDK, 2026-11-24). */
enum ChogoStatus {
    UNPAID,
    READY_TO_SHIP,
    PROCESSED,
    RETRY_SHIP,
    SHIPPED,
    TO_CONFIRM_RECEIVE,
    IN_CANCEL,
    CANCELLED,
    TO_RETURN,
    COMPLETED;

    static Optional<ChogoStatus> find(String raw) {
        for (ChogoStatus status : values()) {
            if (status.name().equals(raw)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
