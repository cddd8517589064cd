package io.giaovan.contracts.event;

import java.time.Instant;

/**
 * News of one aggregate, with the attributes of CloudEvents 1.0.
 *
 * @param id unique per event; a redelivery carries the same id
 * @param source the service that tells, for instance {@code /routing-engine}
 * @param type what kind of news it is
 * @param subject id of the aggregate; events of one subject keep their order
 * @param sequence rises with every event of the subject
 * @param time when it happened
 * @param data a record of {@code type.dataType()}
 */
public record Event(
        String id, String source, EventType type, String subject, long sequence, Instant time, Record data) {
    public Event {
        if (!type.dataType().isInstance(data)) {
            throw new IllegalArgumentException(
                    "data: " + data.getClass().getSimpleName() + " does not belong to " + type);
        }
    }
}
