package io.giaovan.paymentgateway.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import io.giaovan.paymentgateway.TestGateway;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookGuardIT {
    @Test
    void privatePlacesAreNoTargetsUnlessTheHouseSaysSo() throws StripeException {
        try (TestGateway gateway = TestGateway.start()) {
            String key = "sk_test_0123456789abcdef_guard";
            gateway.post("/internal/gateway-keys", Map.of("merchantId", "guard", "key", key));
            StripeClient stripe = StripeClient.builder()
                    .setApiKey(key)
                    .setApiBase(gateway.address().toString())
                    .build();

            for (String url : new String[] {
                "http://127.0.0.1/hook",
                "https://127.0.0.1/hook",
                "https://10.1.2.3/hook",
                "https://169.254.169.254/latest",
                "https://[::1]/hook",
                "ftp://1.1.1.1/",
                "not a url"
            }) {
                assertThatThrownBy(() -> stripe.v1().webhookEndpoints().create(endpoint(url)))
                        .as(url)
                        .isInstanceOfSatisfying(
                                InvalidRequestException.class,
                                refused -> assertThat(refused.getParam()).isEqualTo("url"));
            }
            for (int number = 0; number < WebhookEndpoints.PER_MERCHANT_MAX; number++) {
                stripe.v1().webhookEndpoints().create(endpoint("https://1.1.1.1/" + number));
            }
            assertThatThrownBy(() -> stripe.v1().webhookEndpoints().create(endpoint("https://1.1.1.1/more")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("maximum of 16");
            assertThat(stripe.v1().webhookEndpoints().list().getHasMore()).isTrue();
        }
    }

    private static WebhookEndpointCreateParams endpoint(String url) {
        return WebhookEndpointCreateParams.builder()
                .setUrl(url)
                .addEnabledEvent(EnabledEvent.ALL)
                .build();
    }
}
