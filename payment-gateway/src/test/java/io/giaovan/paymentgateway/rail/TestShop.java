package io.giaovan.paymentgateway.rail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.TransferId;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One merchant of a gateway that uses the public API with plain forms. */
public final class TestShop {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestGateway gateway;
    private final String merchant = "wallet-shop-" + COUNT.incrementAndGet();
    private final String key = "sk_test_0123456789abcdef_" + COUNT.get();

    public TestShop(TestGateway gateway) {
        this.gateway = gateway;
        assertThat(gateway.post("/internal/gateway-keys", Map.of("merchantId", merchant, "key", key))
                        .statusCode())
                .isEqualTo(200);
    }

    public JsonNode pays(String type, long dong, String more) {
        JsonNode intent = post(
                "/v1/payment_intents",
                "amount=" + dong + "&currency=vnd&confirm=true&payment_method_types[]=" + type
                        + "&payment_method_data[type]=" + type + more);
        assertThat(intent.path("object").asText()).as(intent.toString()).isEqualTo("payment_intent");
        return intent;
    }

    public JsonNode post(String path, String form) {
        return gateway.read(
                gateway.send(HttpRequest.newBuilder(gateway.address().resolve(path))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))));
    }

    public JsonNode now(JsonNode intent) {
        return gateway.read(gateway.send(HttpRequest.newBuilder(gateway.address()
                        .resolve("/v1/payment_intents/" + intent.path("id").asText()))
                .header("Authorization", "Bearer " + key)));
    }

    public void awaits(JsonNode intent, String status) {
        TestGateway.await(
                () -> now(intent).path("status").asText().equals(status),
                () -> intent.path("id").asText() + " " + status + " but " + now(intent));
        if (status.equals("succeeded")) {
            // A charge is stored first and booked after.
            TransferId booked = new TransferId("charge:" + intent.path("id").asText() + ":captured");
            TestGateway.await(() -> gateway.ledger().find(booked).isPresent(), () -> "the booking " + booked);
        }
    }

    public Money balance() {
        return gateway.ledger().balance(new LedgerAccount(Kind.SELLER, merchant), Money.VND);
    }

    public Money clearing(String rail) {
        return gateway.ledger().balance(new LedgerAccount(Kind.CLEARING, rail), Money.VND);
    }
}
