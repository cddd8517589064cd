package io.giaovan.paymentgateway.rail.wallet;

import io.giaovan.edge.access.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How wallets sign. All are lower-case hex. */
public final class WalletSignatures {
    private WalletSignatures() {}

    /**
     * MoMo: HMAC-SHA256 over {@code name=value&…} in the order of the names, our access key among them
     * (developers.momo.vn, conventions read 2026-11-24).
     */
    public static String momo(String secretKey, String accessKey, Map<String, ?> fields) {
        Map<String, Object> sorted = new TreeMap<>(fields);
        sorted.put("accessKey", accessKey);
        String raw = sorted.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
        return sha256(secretKey, raw);
    }

    /** ZaloPay and the server calls of VNPAY join values by bars. ZaloPay: HMAC-SHA256. */
    public static String zaloPay(String key, Object... values) {
        return sha256(key, joined(values));
    }

    /** The body of ZaloPay's callback is signed as it is. */
    public static String zaloPayData(String key, String data) {
        return sha256(key, data);
    }

    /**
     * VNPAY's addresses: HMAC-SHA512 over the encoded query in the order of the names, a space as plus
     * (sandbox.vnpayment.vn, read 2026-11-24).
     */
    public static String vnpayQuery(String secret, Map<String, String> fields) {
        return sha512(secret, vnpayText(fields));
    }

    /** The query that is signed and sent. */
    public static String vnpayText(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty()
                                && !field.getKey().equals("vnp_SecureHash")
                                && !field.getKey().equals("vnp_SecureHashType"))
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** VNPAY's server calls: HMAC-SHA512 over values joined by bars. */
    public static String vnpay(String secret, Object... values) {
        return sha512(secret, joined(values));
    }

    private static String joined(Object... values) {
        return java.util.Arrays.stream(values).map(String::valueOf).collect(Collectors.joining("|"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.US_ASCII);
    }

    private static String sha256(String key, String raw) {
        return HexFormat.of().formatHex(Secrets.hmacSha256(key, raw.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sha512(String key, String raw) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            return HexFormat.of().formatHex(mac.doFinal(raw.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA512", impossible);
        }
    }
}
