package io.giaovan.orderservice.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {
    @Test
    void theReferenceLibraryAcceptsOurSignatureAndNoOther() {
        WebhookSecret secret = WebhookSecret.random(new Random(7));
        Instant now = Instant.now();
        String body = "{\"type\":\"order.delivered\",\"note\":\"Đã giao\"}";
        HttpHeaders headers = headers("msg_1", now, secret.sign("msg_1", now, body));

        assertThatCode(() -> new Webhook(secret.value()).verify(body, headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Webhook(secret.value()).verify(body + " ", headers))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void aSecretStaysOutOfLogs() {
        WebhookSecret secret = WebhookSecret.random(new Random(7));

        assertThat(secret.toString()).doesNotContain(secret.value());
    }

    private static HttpHeaders headers(String id, Instant at, String signature) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(id),
                        "webhook-timestamp", List.of(Long.toString(at.getEpochSecond())),
                        "webhook-signature", List.of(signature)),
                (_, _) -> true);
    }
}
