package io.giaovan.integrations.sync.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads and writes partners' JSON: fields we do not know are ignored, our names are turned into theirs. */
public final class PartnerJson {
    /** For partners that write {@code order_sn}. */
    public static final PartnerJson SNAKE_CASE = new PartnerJson(PropertyNamingStrategies.SNAKE_CASE);

    /** For partners that write {@code OrderCode}. */
    public static final PartnerJson UPPER_CAMEL_CASE = new PartnerJson(PropertyNamingStrategies.UPPER_CAMEL_CASE);

    private final ObjectMapper mapper;

    private PartnerJson(PropertyNamingStrategy names) {
        this.mapper = JsonMapper.builder()
                .propertyNamingStrategy(names)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .serializationInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
                .build();
    }

    /**
     * Reads a record.
     *
     * @param what named in the refusal, for instance {@code push}
     * @throws IllegalArgumentException when it cannot be read; the message carries none of the text
     */
    public <T> T read(String what, String text, Class<T> type) {
        try {
            T value = mapper.readValue(text, type);
            if (value == null) {
                throw new IllegalArgumentException(what + ": is null");
            }
            return value;
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(what + ": cannot be read as " + type.getSimpleName() + " at line "
                    + (broken.getLocation() == null ? 0 : broken.getLocation().getLineNr()));
        }
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(value.getClass().getSimpleName() + " cannot be written as JSON", broken);
        }
    }
}
