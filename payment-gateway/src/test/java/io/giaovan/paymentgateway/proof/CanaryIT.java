package io.giaovan.paymentgateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.giaovan.paymentgateway.TestGateway;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Plants a phone number, a card, a one-time password and keys, and looks for them wherever they must not be. */
class CanaryIT {
    private static final String DIGITS = "987612345";
    private static final String PHONE = "+84" + DIGITS;
    private static final String CARD = "4242424242424242";
    private static final String KEY = "sk_test_canary9f8e7d6c5b4a3210";
    private static final String WRONG_KEY = "sk_test_stranger0a1b2c3d4e5f6789";

    @Test
    void whatWasPlantedIsInNoLogNoRefusalAndNoEvent() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("io.giaovan");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        Level before = ours.getLevel();
        ours.setLevel(Level.TRACE);
        List<String> said = new ArrayList<>();
        List<String> passwords = new ArrayList<>();
        try (TestGateway gateway = TestGateway.start()) {
            gateway.post("/internal/gateway-keys", Map.of("merchantId", "canary", "key", KEY));
            String form = "amount=50000&currency=vnd&confirm=true&payment_method_types[0]=carrier_billing"
                    + "&payment_method_data[type]=carrier_billing&payment_method_data[carrier_billing][phone]=";
            var opened = send(gateway, KEY, "/v1/payment_intents", form + "%2B84" + DIGITS);
            assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
            said.add(opened.body());
            String id = gateway.read(opened).path("id").asText();
            passwords.add(gateway.passwordOn(PHONE));
            String typed = "/v1/payment_intents/" + id + "/confirm";
            String code = "payment_method_options[carrier_billing][code]=";
            said.add(send(gateway, KEY, typed, code + "00000" + "x").body());
            said.add(send(gateway, KEY, typed, code + passwords.getFirst()).body());
            said.add(send(gateway, KEY, typed, code + passwords.getFirst()).body());
            said.add(send(gateway, KEY, "/v1/payment_intents", form + "0" + DIGITS + "9999")
                    .body());
            var card = send(gateway, KEY, "/v1/payment_intents", "amount=1000&currency=vnd&metadata[note]=" + CARD);
            assertThat(card.statusCode()).isEqualTo(400);
            said.add(card.body());
            said.add(send(gateway, WRONG_KEY, "/v1/payment_intents", "amount=1").body());
            said.add(gateway.post("/internal/gateway-keys", Map.of("merchantId", "!", "key", KEY))
                    .body());
            said.add(gateway.post("/internal/limits/payers", Map.of("provider", "x", "phone", PHONE, "business", true))
                    .body());
            gateway.awaitQuiet();
            said.add(gateway.send(HttpRequest.newBuilder(gateway.address().resolve("/v1/events?limit=100"))
                            .header("Authorization", "Bearer " + KEY))
                    .body());
            for (String collection : List.of("charges", "gateway_keys", "limit_businesses", "limit_usage")) {
                for (Document stored :
                        gateway.mongo().database().getCollection(collection).find()) {
                    said.add(stored.toJson());
                }
            }
        } finally {
            root.detachAppender(log);
            ours.setLevel(before);
        }
        List<String> logged = new ArrayList<>();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            if (event.getLevel().isGreaterOrEqual(Level.INFO)
                    || event.getLoggerName().startsWith("io.giaovan")) {
                logged.add(event.getFormattedMessage());
                if (event.getThrowableProxy() != null) {
                    logged.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
                }
            }
        }
        assertThat(said).as("answers, events and documents").hasSizeGreaterThan(10);
        for (String canary : List.of(DIGITS, CARD, KEY, WRONG_KEY)) {
            assertThat(said).noneMatch(text -> text.contains(canary));
            assertThat(logged).noneMatch(text -> text.contains(canary));
        }
        assertThat(passwords.getFirst()).matches("[0-9]{6}");
        for (String text : said.subList(0, 4)) {
            assertThat(text).doesNotContain("\"" + passwords.getFirst() + "\"");
        }
        assertThat(logged).noneMatch(text -> text.contains(passwords.getFirst()));
    }

    private static HttpResponse<String> send(TestGateway gateway, String key, String path, String form) {
        return gateway.send(HttpRequest.newBuilder(gateway.address().resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
}
