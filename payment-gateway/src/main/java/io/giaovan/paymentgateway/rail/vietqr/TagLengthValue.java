package io.giaovan.paymentgateway.rail.vietqr;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads and writes EMVCo fields: two digits of tag, two digits of length in characters, the value. */
final class TagLengthValue {
    private static final int VALUE_LENGTH_MAX = 99;

    private TagLengthValue() {}

    static String field(String tag, String value) {
        if (value.length() > VALUE_LENGTH_MAX || value.isEmpty()) {
            throw new IllegalArgumentException(
                    "field " + tag + ": has " + value.length() + " characters, allowed are 1 to " + VALUE_LENGTH_MAX);
        }
        return tag + "%02d".formatted(value.length()) + value;
    }

    /** The fields in order, or nothing when lengths do not add up or a tag comes twice. */
    static Optional<Map<String, String>> read(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9]{4}")) {
                return Optional.empty();
            }
            int end = at + 4 + Integer.parseInt(text.substring(at + 2, at + 4));
            if (end > text.length() || fields.put(text.substring(at, at + 2), text.substring(at + 4, end)) != null) {
                return Optional.empty();
            }
            at = end;
        }
        return Optional.of(fields);
    }

    /** CRC-16/CCITT-FALSE in four upper-case hex digits. */
    static String checksum(String text) {
        int crc = 0xFFFF;
        for (int i = 0; i < text.length(); i++) {
            crc ^= (text.charAt(i) & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
            crc &= 0xFFFF;
        }
        return "%04X".formatted(crc);
    }
}
