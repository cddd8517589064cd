package io.giaovan.paymentgateway.api.webhook;

import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Secrets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/** The secret of an endpoint is derived from its id, so that none is stored; it is shown once. */
@Singleton
final class WebhookSecrets {
    private final String key;

    WebhookSecrets(HouseSettings house) {
        this.key = Secrets.digest("gateway-webhooks|" + house.key());
    }

    String of(String endpointId) {
        byte[] mac = Secrets.hmacSha256(key, endpointId.getBytes(StandardCharsets.UTF_8));
        return "whsec_" + HexFormat.of().formatHex(mac);
    }

    /** The value of {@code Stripe-Signature}: the time, and the HMAC-SHA256 over time and body in hex. */
    String sign(String endpointId, Instant at, String body) {
        String time = Long.toString(at.getEpochSecond());
        byte[] mac = Secrets.hmacSha256(of(endpointId), (time + "." + body).getBytes(StandardCharsets.UTF_8));
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac);
    }
}
