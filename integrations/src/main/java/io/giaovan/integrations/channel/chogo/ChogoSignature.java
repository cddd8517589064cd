package io.giaovan.integrations.channel.chogo;

import io.giaovan.edge.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Signatures in the manner of Shopee's Open Platform v2: lower-case hex of HMAC-SHA256, with the key taken as text. The
 * recipe is that of public SDKs, read 2026-11-24.
 */
final class ChogoSignature {
    private ChogoSignature() {}

    /** Signs a call on behalf of a shop; business parameters of the query are not signed. */
    static String ofShopCall(
            String secret, String partnerId, String path, long timestampSeconds, String accessToken, String shopId) {
        return hex(
                secret, (partnerId + path + timestampSeconds + accessToken + shopId).getBytes(StandardCharsets.UTF_8));
    }

    /** What a push must carry: the address it was sent to and its raw body, signed. */
    static String ofPush(String secret, String callbackUrl, byte[] rawBody) {
        byte[] prefix = (callbackUrl + "|").getBytes(StandardCharsets.UTF_8);
        byte[] signed = new byte[prefix.length + rawBody.length];
        System.arraycopy(prefix, 0, signed, 0, prefix.length);
        System.arraycopy(rawBody, 0, signed, prefix.length, rawBody.length);
        return hex(secret, signed);
    }

    private static String hex(String secret, byte[] message) {
        return HexFormat.of().formatHex(Secrets.hmacSha256(secret, message));
    }
}
