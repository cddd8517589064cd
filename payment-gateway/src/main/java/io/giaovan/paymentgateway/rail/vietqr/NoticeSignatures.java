package io.giaovan.paymentgateway.rail.vietqr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.edge.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How services sign their notices of transfers. All are lower-case hex. */
public final class NoticeSignatures {
    private NoticeSignatures() {}

    /** SePay: HMAC-SHA256 over time, a dot and the raw body. */
    public static String sePay(String secret, String time, byte[] body) {
        return HexFormat.of().formatHex(Secrets.hmacSha256(secret, timed(time, body)));
    }

    /** payOS: HMAC-SHA256 over {@code name=value&…} of the data in the order of the names; null is the empty text. */
    public static String payOs(String checksumKey, JsonNode data) {
        TreeMap<String, String> sorted = new TreeMap<>();
        data.properties()
                .forEach(field -> sorted.put(
                        field.getKey(),
                        field.getValue().isNull()
                                ? ""
                                : field.getValue().isValueNode()
                                        ? field.getValue().asText()
                                        : field.getValue().toString()));
        String raw = sorted.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
        return HexFormat.of().formatHex(Secrets.hmacSha256(checksumKey, raw.getBytes(StandardCharsets.UTF_8)));
    }

    /** Casso: HMAC-SHA512 over time, a dot and the body with its names in order. */
    public static String casso(String secret, String time, JsonNode body, ObjectMapper json) {
        byte[] text = sorted(body, json).toString().getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            return HexFormat.of().formatHex(mac.doFinal(timed(time, text)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA512", impossible);
        }
    }

    private static JsonNode sorted(JsonNode node, ObjectMapper json) {
        if (!node.isObject()) {
            return node;
        }
        var sorted = json.createObjectNode();
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue(), json)));
        fields.forEach(sorted::set);
        return sorted;
    }

    private static byte[] timed(String time, byte[] body) {
        byte[] prefix = (time + ".").getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(prefix, prefix.length + body.length);
        System.arraycopy(body, 0, all, prefix.length, body.length);
        return all;
    }
}
