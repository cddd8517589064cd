package io.giaovan.paymentgateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.edge.json.HouseJson;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.Till;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.LedgerAudit;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Payments whose every request is sent one to five times, at once or one after the other, through a proxy that loses
 * replies. {@code -Dgiaovan.proof.payments=200} is the long form.
 */
class LostRepliesIT {
    private static final int PAYMENTS = Integer.getInteger("giaovan.proof.payments", 30);
    private static final long SEED = Long.getLong("giaovan.proof.seed", 7);
    private static final String KEY = "sk_test_lostreplies0123456789";
    private static final long DONG = 2_000;
    private static final int TRIES_MAX = 50;

    private final ObjectMapper json = HouseJson.newMapper();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void eachPaymentIsTakenOnceAndTheTelecomsBooksAreOurs() throws Exception {
        SplittableRandom losses = random.split();
        try (TestGateway gateway = TestGateway.start();
                DroppingProxy proxy = new DroppingProxy(gateway.address().getPort(), () -> {
                    synchronized (losses) {
                        return losses.nextInt(3) == 0;
                    }
                })) {
            gateway.post("/internal/gateway-keys", Map.of("merchantId", "lossy", "key", KEY));
            for (int payment = 0; payment < PAYMENTS; payment++) {
                JsonNode opened = often(
                        proxy,
                        "/v1/payment_intents",
                        "open-" + payment,
                        "amount=" + DONG + "&currency=vnd&capture_method=manual&confirm=true"
                                + "&payment_method_types[0]=carrier_billing&payment_method_data[type]=carrier_billing"
                                + "&payment_method_data[carrier_billing][phone]=%2B84900000002");
                assertThat(opened.path("status").asText()).as(opened.toString()).isEqualTo("requires_capture");
                JsonNode taken = often(
                        proxy, "/v1/payment_intents/" + opened.path("id").asText() + "/capture", "take-" + payment, "");
                assertThat(taken.path("amount_received").asLong())
                        .as("seed %d, %s", SEED, taken)
                        .isEqualTo(DONG);
            }
            gateway.awaitQuiet();

            assertThat(proxy.dropped()).as("replies lost").isGreaterThan(PAYMENTS / 2);
            LedgerAudit audit = gateway.ledger().audit();
            assertThat(audit.findings()).isEmpty();
            assertThat(audit.capturesPerChargeMax()).isEqualTo(1);
            Till till = new Till(gateway, "lossy");
            assertThat(till.owed()).isEqualTo(PAYMENTS * DONG);
            List<Document> theirs = gateway.mongo()
                    .database()
                    .getCollection("sandbox_telecom_payments")
                    .find()
                    .into(new ArrayList<>());
            assertThat(theirs)
                    .hasSize(PAYMENTS)
                    .allMatch(document -> document.getString("status").equals("succeeded"));
            assertThat(theirs.stream()
                            .map(document -> new BigDecimal(document.getString("amount")))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .longValueExact())
                    .isEqualTo(till.balance(Kind.CLEARING, "carrier_billing"));
        }
    }

    /** Sends one to five times, then until there is an answer; all that succeeded say the same. */
    private JsonNode often(DroppingProxy proxy, String path, String key, String form) throws Exception {
        int times = 1 + random.nextInt(5);
        AtomicReference<@Nullable JsonNode> answer = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        boolean parallel = random.nextBoolean();
        for (int sent = 0; sent < times; sent++) {
            Thread thread = Thread.ofVirtual().start(() -> send(proxy, path, key, form, answer));
            if (!parallel) {
                thread.join();
            }
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (int tries = 0; answer.get() == null; tries++) {
            assertThat(tries).as("tries of %s with seed %d", path, SEED).isLessThan(TRIES_MAX);
            send(proxy, path, key, form, answer);
        }
        return java.util.Objects.requireNonNull(answer.get());
    }

    private void send(
            DroppingProxy proxy, String path, String key, String form, AtomicReference<@Nullable JsonNode> answer) {
        HttpRequest request = HttpRequest.newBuilder(proxy.address().resolve(path))
                .header("Authorization", "Bearer " + KEY)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                JsonNode said = json.readTree(response.body());
                JsonNode before = answer.getAndSet(said);
                assertThat(before == null || before.path("id").equals(said.path("id")))
                        .isTrue();
            } else {
                assertThat(response.statusCode()).as(response.body()).isEqualTo(409);
            }
        } catch (IOException lost) {
            Thread.yield();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
