package io.giaovan.paymentgateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentUpdateParams;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.ledger.LedgerAudit;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The official client library, unchanged, against a running gateway. */
class StripeClientIT {
    private static TestGateway gateway;
    private static int count;

    private final String merchant = "lotus-" + count++;
    private final String key = "sk_test_0123456789abcdef_" + merchant;
    private final StripeClient stripe = client(key);

    @BeforeAll
    static void start() {
        gateway = TestGateway.start(Map.of("giaovan.outgoing.allow-private-targets", true));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    StripeClientIT() {
        var granted = gateway.post("/internal/gateway-keys", Map.of("merchantId", merchant, "key", key));
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
    }

    @AfterEach
    void theLedgerIsRight() {
        gateway.awaitQuiet();
        LedgerAudit audit = gateway.ledger().audit();

        assertThat(audit.findings()).isEmpty();
        assertThat(audit.capturesPerChargeMax()).isLessThanOrEqualTo(1);
    }

    @Test
    void anIntentIsCreatedConfirmedAndPaidByScanning() throws StripeException {
        PaymentIntent created = stripe.v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(250_000L)
                        .setCurrency("vnd")
                        .addPaymentMethodType("vietqr")
                        .setDescription("Trà sen & bánh cốm")
                        .putMetadata("order.id", "DH-1")
                        .build());
        PaymentIntent confirmed = stripe.v1().paymentIntents().confirm(created.getId());

        assertThat(created.getStatus()).isEqualTo("requires_confirmation");
        assertThat(created.getAmount()).isEqualTo(250_000);
        assertThat(created.getMetadata()).containsExactly(Map.entry("order.id", "DH-1"));
        assertThat(created.getDescription()).isEqualTo("Trà sen & bánh cốm");
        assertThat(created.getCreated()).isEqualTo(TestGateway.START.getEpochSecond());
        assertThat(created.getLastResponse().requestId()).startsWith("req_");
        assertThat(confirmed.getStatus()).isEqualTo("requires_action");
        assertThat(confirmed.getNextAction().getType()).isEqualTo("vietqr_display_qr_code");
        var shown = confirmed.getRawJsonObject().getAsJsonObject("next_action").getAsJsonObject("vietqr_display_qr_code");
        assertThat(shown.get("data").getAsString()).startsWith("000201");
        var picture = gateway.get(shown.get("image_url_png").getAsString());
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");

        scan(shown.get("data").getAsString());
        gateway.awaitQuiet();
        PaymentIntent paid = stripe.v1()
                .paymentIntents()
                .retrieve(
                        created.getId(),
                        PaymentIntentRetrieveParams.builder()
                                .addExpand("latest_charge")
                                .addExpand("payment_method")
                                .build());

        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getAmountReceived()).isEqualTo(250_000);
        Charge charge = paid.getLatestChargeObject();
        assertThat(charge.getPaid()).isTrue();
        assertThat(charge.getAmountCaptured()).isEqualTo(250_000);
        assertThat(paid.getPaymentMethodObject().getType()).isEqualTo("vietqr");
    }

    static StripeClient client(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(gateway.address().toString())
                .build();
    }

    private static void scan(String qr) {
        assertThat(gateway.post("/sandbox/bank/transfers", Map.of("qrData", qr)).statusCode())
                .isEqualTo(201);
    }
}
