package io.giaovan.paymentgateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes objects of the wire, nulls included, and reads back what it wrote. Safe for concurrent use. */
@Singleton
public final class ApiJson {
    private final ObjectMapper json = new ObjectMapper();

    public String write(Map<String, Object> object) {
        try {
            return json.writeValueAsString(object);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("an object of the public API cannot be written", broken);
        }
    }

    public Map<String, Object> read(String text) {
        try {
            return json.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("a stored object of the public API cannot be read", broken);
        }
    }
}
