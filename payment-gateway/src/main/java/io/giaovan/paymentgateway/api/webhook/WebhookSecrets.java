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

    /** An endpoint's secret after it was changed so many times. */
    String of(String endpointId, int number) {
        String name = number == 0 ? endpointId : endpointId + "|" + number;
        byte[] mac = Secrets.hmacSha256(key, name.getBytes(StandardCharsets.UTF_8));
        return "whsec_" + HexFormat.of().formatHex(mac);
    }

    /**
     * The value of {@code Stripe-Signature}: the time, and the HMAC-SHA256 over time and body in hex; a second one under
     * the secret before, as long as that is still good.
     *
     * @param now in business time, in which secrets run out
     * @param at on the machine's clock, which the receiver compares with its own
     */
    String sign(WebhookEndpoint endpoint, Instant now, Instant at, String body) {
        String time = Long.toString(at.getEpochSecond());
        String signed = time + "." + body;
        String signature = "t=" + time + ",v1=" + mac(endpoint.id(), endpoint.secretNumber(), signed);
        boolean oldIsGood = endpoint.secretNumber() > 0
                && endpoint.oldSecretUntil() != null
                && now.isBefore(endpoint.oldSecretUntil());
        return oldIsGood ? signature + ",v1=" + mac(endpoint.id(), endpoint.secretNumber() - 1, signed) : signature;
    }

    private String mac(String endpointId, int number, String signed) {
        return HexFormat.of()
                .formatHex(Secrets.hmacSha256(of(endpointId, number), signed.getBytes(StandardCharsets.UTF_8)));
    }
}
