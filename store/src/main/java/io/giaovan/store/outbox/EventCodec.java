package io.giaovan.store.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventType;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Date;
import org.bson.Document;

/** Maps events to documents and back; the data inside travels as JSON. */
@Singleton
public final class EventCodec {
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Document toDocument(Event event) {
        try {
            return new Document("id", event.id())
                    .append("source", event.source())
                    .append("type", event.type().name())
                    .append("subject", event.subject())
                    .append("sequence", event.sequence())
                    .append("time", Date.from(event.time()))
                    .append("data", json.writeValueAsString(event.data()));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("event " + event.type() + " cannot be written as JSON", broken);
        }
    }

    public Event fromDocument(Document document) {
        EventType type = EventType.valueOf(StoredValues.textAt(document, "type"));
        try {
            return new Event(
                    StoredValues.textAt(document, "id"),
                    StoredValues.textAt(document, "source"),
                    type,
                    StoredValues.textAt(document, "subject"),
                    StoredValues.longAt(document, "sequence"),
                    StoredValues.instantAt(document, "time"),
                    json.readValue(StoredValues.textAt(document, "data"), type.dataType()));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("event " + type + " cannot be read from JSON", broken);
        }
    }
}
