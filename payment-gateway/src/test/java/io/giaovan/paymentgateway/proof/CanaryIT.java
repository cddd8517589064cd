package io.giaovan.paymentgateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.store.outbox.Backlog;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Plants a phone number, a card, a one-time password and keys, and looks for them wherever they must not be. */
class CanaryIT {
    private static final String DIGITS = "987612345";
    private static final String PHONE = "+84" + DIGITS;
    private static final String CARD = "4242424242424242";
    private static final String KEY = "sk_test_canary9f8e7d6c5b4a3210";
    private static final String WRONG_KEY = "sk_test_stranger0a1b2c3d4e5f6789";
    private static final String SECRET = "canarysecret7c6b5a";

    private final List<String> said = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.giaovan");
    private final @Nullable Level before = ours.getLevel();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        ours.setLevel(before);
    }

    @Test
    void whatWasPlantedIsInNoLogNoRefusalAndNoEvent() {
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
            hearEverything(gateway);
        }

        assertThat(said).as("answers, events and documents").hasSizeGreaterThan(10);
        assertThatNobodySaid(DIGITS, CARD, KEY, WRONG_KEY);
        assertThat(passwords.getFirst()).matches("[0-9]{6}");
        for (String text : said.subList(0, 4)) {
            assertThat(text).doesNotContain("\"" + passwords.getFirst() + "\"");
        }
        assertThat(logged()).noneMatch(text -> text.contains(passwords.getFirst()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"API", "FILES"})
    void mobileMoneyWalletsPayoutsAndTheBankKeepQuietToo(String bank) {
        Map<String, Object> secrets = new HashMap<>();
        secrets.put("giaovan.rails.bank.form", bank);
        secrets.put("giaovan.charges.poll-every", "PT0.1S");
        for (String name : List.of(
                "mobilemoney.api-key",
                "mobilemoney.callback-key",
                "momo.secret-key",
                "zalopay.key1",
                "zalopay.key2",
                "vnpay.hash-secret",
                "bank.secret",
                "vietqr.notice-secret",
                "carrierbilling.token")) {
            secrets.put("giaovan.rails." + name, SECRET + name.replaceAll("[^a-z0-9]", ""));
        }
        try (TestGateway gateway = TestGateway.start(secrets)) {
            gateway.post("/internal/gateway-keys", Map.of("merchantId", "canary", "key", KEY));
            gateway.post("/sandbox/mobilemoney/faults", Map.of("errors", 1, "dropReplies", 2));
            String form =
                    "amount=50000&currency=vnd&confirm=true&payment_method_types[0]=%s&payment_method_data[type]=%s";
            String pushed =
                    form.formatted("mobile_money", "mobile_money") + "&payment_method_data[mobile_money][phone]=";
            JsonNode push = gateway.read(heard(send(gateway, KEY, "/v1/payment_intents", pushed + "%2B84" + DIGITS)));
            TestGateway.await(
                    () -> gateway.post("/sandbox/mobilemoney/phones/" + PHONE + "/approve", Map.of())
                                    .statusCode()
                            == 200,
                    () -> "the push");
            heard(send(gateway, KEY, "/v1/payment_intents", pushed + "0" + DIGITS + "9999"));
            heard(send(gateway, KEY, "/v1/payment_intents", pushed + CARD));
            for (String wallet : List.of("momo", "zalopay", "vnpay")) {
                gateway.post("/sandbox/wallet/" + wallet + "/faults", Map.of("dropReplies", 1));
                heard(send(gateway, KEY, "/v1/payment_intents", form.formatted(wallet, wallet)));
                heard(send(
                        gateway,
                        KEY,
                        "/v1/payment_intents",
                        form.formatted(wallet, wallet) + "&payment_method_data[" + wallet + "][phone]=%2B84" + DIGITS));
                heard(gateway.post("/callbacks/" + wallet + "/pi_x", Map.of("signature", WRONG_KEY, "mac", WRONG_KEY)));
            }
            heard(send(gateway, WRONG_KEY, "/v1/payouts", ""));
            String transfer = "tu " + PHONE + " the " + CARD;
            gateway.post(
                    "/sandbox/bank/transfers",
                    Map.of("accountNumber", "1023456789012", "amount", 70_000, "content", transfer));
            TestGateway.await(
                    () -> gateway.read(gateway.send(HttpRequest.newBuilder(gateway.address()
                                            .resolve("/v1/payment_intents/"
                                                    + push.path("id").asText()))
                                    .header("Authorization", "Bearer " + KEY)))
                            .path("status")
                            .asText()
                            .equals("succeeded"),
                    () -> "the push to be paid");
            MerchantId merchant = new MerchantId("canary");
            PayoutRequest toBank = new PayoutRequest("bank", merchant, Money.vnd(10_000), Money.vnd(0));
            TestGateway.await(
                    () -> gateway.desk().payOut(toBank).status() != PayoutStatus.PENDING, () -> "the payout by bank");
            heard(put(gateway, "{\"phone\":\"0" + DIGITS + "9999\"}"));
            heard(put(gateway, "{\"phone\":\"" + PHONE + "\"}"));
            gateway.post("/sandbox/mobilemoney/faults", Map.of("errors", 1));
            PayoutRequest phone = new PayoutRequest("phone", merchant, Money.vnd(20_000), Money.vnd(0));
            gateway.desk().payOut(phone);
            TestGateway.await(
                    () -> gateway.desk().payOut(phone).status() == PayoutStatus.PAID, () -> "the payout to a phone");
            if (bank.equals("FILES")) {
                TestGateway.await(
                        () -> gateway.read(heard(gateway.post("/internal/bank-files/orders", Map.of())))
                                        .path("orders")
                                        .asInt()
                                > 0,
                        () -> "an order for the file");
                heard(gateway.get("/internal/bank-files/orders"));
                heard(gateway.post("/internal/bank-files/reports", "<Document>" + CARD + PHONE + "</Document>"));
            }
            heard(gateway.get("/internal/suspense"));
            heard(gateway.get("/internal/payout-destinations/canary"));
            heard(gateway.post("/internal/reconciliation/2026-11-24", Map.of()));
            hearEverything(gateway);
        }

        assertThat(said).as("answers, events and documents").hasSizeGreaterThan(30);
        assertThat(said).anyMatch(text -> text.contains("payout.paid"));
        assertThatNobodySaid(DIGITS, CARD, KEY, WRONG_KEY, SECRET);
    }

    private HttpResponse<String> heard(HttpResponse<String> answer) {
        said.add(answer.body());
        return answer;
    }

    /** All events and all that is stored; only the bank's own words and the fake partners' books may hold canaries. */
    private void hearEverything(TestGateway gateway) {
        TestGateway.await(
                () -> gateway.bean(Backlog.class).byWorker().getOrDefault("outbox relay", 0L) == 0,
                () -> "the news to be told");
        heard(gateway.send(HttpRequest.newBuilder(gateway.address().resolve("/v1/events?limit=100"))
                .header("Authorization", "Bearer " + KEY)));
        for (String collection : gateway.mongo().database().listCollectionNames()) {
            if (!collection.startsWith("sandbox_") && !collection.equals("bank_notices")) {
                for (Document stored :
                        gateway.mongo().database().getCollection(collection).find()) {
                    said.add(stored.toJson());
                }
            }
        }
    }

    private List<String> logged() {
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
        return logged;
    }

    private void assertThatNobodySaid(String... canaries) {
        List<String> logged = logged();
        for (String canary : canaries) {
            assertThat(said).noneMatch(text -> text.contains(canary));
            assertThat(logged).noneMatch(text -> text.contains(canary));
        }
    }

    private static HttpResponse<String> put(TestGateway gateway, String body) {
        return gateway.send(HttpRequest.newBuilder(gateway.address().resolve("/internal/payout-destinations/canary"))
                .header("Authorization", "Bearer " + TestGateway.HOUSE_KEY)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(TestGateway gateway, String key, String path, String form) {
        return gateway.send(HttpRequest.newBuilder(gateway.address().resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
}
