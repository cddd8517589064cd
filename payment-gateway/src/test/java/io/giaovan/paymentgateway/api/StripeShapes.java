package io.giaovan.paymentgateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpURLConnectionClient;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import io.giaovan.edge.json.HouseJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds objects of the wire against the published schemas. Where the file of schemas is absent it says so, once, and
 * holds nothing.
 */
public final class StripeShapes {
    private static final Map<String, String> DEFINITIONS = Map.ofEntries(
            Map.entry("payment_intent", "PaymentIntent"),
            Map.entry("charge", "Charge"),
            Map.entry("payment_method", "PaymentMethod"),
            Map.entry("refund", "Refund"),
            Map.entry("event", "Event"),
            Map.entry("webhook_endpoint", "WebhookEndpoint"),
            Map.entry("balance", "Balance"),
            Map.entry("balance_transaction", "BalanceTransaction"),
            Map.entry("payout", "Payout"),
            Map.entry("customer", "Customer"),
            Map.entry("setup_intent", "SetupIntent"),
            Map.entry("transfer", "Transfer"),
            Map.entry("dispute", "Dispute"),
            Map.entry("test_helpers.test_clock", "TestClock"));
    /** Kinds that the file has no schema for. */
    private static final Set<String> WITHOUT = Set.of("account", "transfer_reversal", "application_fee", "fee_refund");

    private static final ObjectMapper JSON = HouseJson.newMapper();
    private static final StripeShapes SHARED = new StripeShapes();

    private final @Nullable String definitions;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    private StripeShapes() {
        Path file = Path.of(System.getProperty("giaovan.shared", ""), "specs", "stripe-subset.json");
        if (!Files.exists(file)) {
            System.out.println("SKIPPED answers are not held against schemas: " + file + " is absent");
            definitions = null;
            return;
        }
        try {
            definitions = JSON.readTree(file.toFile()).path("definitions").toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static StripeShapes shared() {
        return SHARED;
    }

    /** Whether there is a file of schemas. */
    public boolean present() {
        return definitions != null;
    }

    /** Kinds of objects that were held against their schema so far. */
    public Set<String> seen() {
        return seen;
    }

    static Set<String> kinds() {
        return DEFINITIONS.keySet();
    }

    /** Holds an answer's body against the schemas of all objects in it. */
    public void check(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node.has("error")) {
                node.path("error").forEach(this::checkInside);
            } else {
                check(node);
            }
        } catch (JsonProcessingException broken) {
            throw new AssertionError("not JSON: " + body, broken);
        }
    }

    void check(JsonNode object) {
        String kind = object.path("object").asText();
        if (kind.equals("list") || kind.equals("search_result")) {
            assertThat(object.path("has_more").isBoolean() && object.path("url").isTextual())
                    .as(object.toString())
                    .isTrue();
            object.path("data").forEach(this::check);
            return;
        }
        object.forEach(this::checkInside);
        if (kind.equals("event")) {
            check(object.path("data").path("object"));
        }
        if (WITHOUT.contains(kind)
                || (kind.equals("test_helpers.test_clock")
                        && object.path("deleted").asBoolean())) {
            assertThat(object.path("id").asText()).isNotEmpty();
            return;
        }
        assertThat(DEFINITIONS).as(object.toString()).containsKey(kind);
        seen.add(kind);
        if (present()) {
            String definition = (object.path("deleted").asBoolean() ? "Deleted" : "") + DEFINITIONS.get(kind);
            assertThat(schema(definition).validate(object.toString(), InputFormat.JSON))
                    .as("%s %s", kind, object)
                    .isEmpty();
        }
    }

    private void checkInside(JsonNode inside) {
        String kind = inside.path("object").asText();
        if (DEFINITIONS.containsKey(kind) || kind.equals("list")) {
            check(inside);
        }
    }

    Schema schema(String definition) {
        return schemas.computeIfAbsent(
                definition,
                name -> SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(
                                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$ref\":\"#/definitions/"
                                        + name + "\",\"definitions\":" + definitions + "}",
                                InputFormat.JSON));
    }

    /** The official library's own way over HTTP, with each answer held against the schemas on its way. */
    public static final class Checking extends HttpURLConnectionClient {
        @Override
        public StripeResponse request(StripeRequest request) throws ApiConnectionException {
            StripeResponse response = super.request(request);
            SHARED.check(response.body());
            return response;
        }
    }
}
