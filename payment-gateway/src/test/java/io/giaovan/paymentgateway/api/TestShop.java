package io.giaovan.paymentgateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import io.giaovan.paymentgateway.TestGateway;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A merchant with a key of its own and the official client library, whose every answer is held against the schemas. */
public final class TestShop {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestGateway gateway;
    private final String merchant;
    private final String key;
    private final StripeClient stripe;

    private TestShop(TestGateway gateway, String merchant) {
        this.gateway = gateway;
        this.merchant = merchant;
        this.key = "sk_test_0123456789abcdef_" + merchant;
        grant(Map.of("merchantId", merchant, "key", key));
        this.stripe = client(key);
    }

    public static TestShop open(TestGateway gateway) {
        return new TestShop(gateway, "shop-" + COUNT.incrementAndGet());
    }

    public void grant(Map<String, ?> request) {
        HttpResponse<String> granted = gateway.post("/internal/gateway-keys", request);
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
    }

    public String merchant() {
        return merchant;
    }

    public String key() {
        return key;
    }

    public StripeClient.StripeClientBuilder clientBuilder(String otherKey) {
        return StripeClient.builder()
                .setApiKey(otherKey)
                .setApiBase(gateway.address().toString())
                .setHttpClient(new StripeShapes.Checking());
    }

    public StripeClient client(String otherKey) {
        return clientBuilder(otherKey).build();
    }

    public com.stripe.service.V1Services stripe() {
        return stripe.v1();
    }

    public PaymentIntent create(PaymentIntentCreateParams.Builder wanted) throws StripeException {
        return stripe().paymentIntents().create(wanted.build());
    }

    public static PaymentIntentCreateParams.Builder vietQr(long dong) {
        return PaymentIntentCreateParams.builder()
                .setAmount(dong)
                .setCurrency("vnd")
                .addPaymentMethodType("vietqr");
    }

    /** An intent by phone account that is confirmed at once; +84900000002 asks for no password. */
    public static PaymentIntentCreateParams.Builder phone(long dong, String phone) {
        return PaymentIntentCreateParams.builder()
                .setAmount(dong)
                .setCurrency("vnd")
                .setConfirm(true)
                .addPaymentMethodType("carrier_billing")
                .putExtraParam(
                        "payment_method_data",
                        Map.of("type", "carrier_billing", "carrier_billing", Map.of("phone", phone)));
    }

    /** A paid intent by a phone account that asks for no password. */
    public PaymentIntent paid(long dong) throws StripeException {
        PaymentIntent paid = create(phone(dong, "+84900000002"));
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        return paid;
    }

    public PaymentIntent enterPassword(PaymentIntent asked, String password) throws StripeException {
        return stripe().paymentIntents()
                .confirm(
                        asked.getId(),
                        PaymentIntentConfirmParams.builder()
                                .putExtraParam(
                                        "payment_method_options", Map.of("carrier_billing", Map.of("code", password)))
                                .build());
    }

    /** Types of the events so far, oldest first. */
    public List<String> told() throws StripeException {
        gateway.awaitQuiet();
        return stripe()
                .events()
                .list(com.stripe.param.EventListParams.builder().setLimit(100L).build())
                .getData()
                .reversed()
                .stream()
                .map(Event::getType)
                .toList();
    }

    /** A form posted without the library, its names and values as they are. */
    public HttpResponse<String> post(String path, String form, String otherKey, String... headers) {
        String encoded = URLEncoder.encode(form, StandardCharsets.UTF_8)
                .replace("%3D", "=")
                .replace("%26", "&");
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.address().resolve(path))
                .header("Authorization", "Bearer " + otherKey)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return gateway.send(request);
    }

    public HttpResponse<String> get(String path, String otherKey, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.address().resolve(path)).header("Authorization", "Bearer " + otherKey);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return gateway.send(request);
    }
}
