package io.giaovan.standalone.crash.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.standalone.cast.HouseApi;
import io.giaovan.standalone.cast.HouseApi.Service;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One shop with its buyers, who pay one after the other over drawn rails until they are told to stop. What a buyer does
 * in an app or on a phone goes to the providers, who are never killed. Not safe for concurrent use.
 */
final class Buyers implements Runnable {
    static final List<String> RAILS = List.of("carrier_billing", "mobile_money", "vietqr", "momo", "zalopay", "vnpay");

    private static final Set<String> CAN_HOLD = Set.of("carrier_billing", "momo");
    private static final Set<String> WALLETS = Set.of("momo", "zalopay", "vnpay");
    private static final Set<String> OVER = Set.of("succeeded", "canceled", "requires_payment_method");
    private static final String PAYS_WITHOUT_PASSWORD = "+84900000002";
    private static final String APPROVES_BY_ITSELF = "+84910000002";
    private static final int TYPED_MAX = 5;
    /** Whole thousands, for some last digits mean something to the sandboxes. */
    private static final long THOUSAND = 1_000;

    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Shop shop;
    private final HouseApi gateway;
    private final HouseApi providers;
    private final Receipts receipts;
    private final RandomGenerator random;
    private volatile boolean stopping;

    /**
     * @param gateway for what the house itself asks of it
     * @param providers the world of buyers and banks
     */
    Buyers(Shop shop, HouseApi gateway, HouseApi providers, Receipts receipts, RandomGenerator random) {
        this.shop = shop;
        this.gateway = gateway;
        this.providers = providers;
        this.receipts = receipts;
        this.random = random;
    }

    /** The buyer who is paying is the last. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        while (!stopping) {
            pay(RAILS.get(random.nextInt(RAILS.size())));
            if (random.nextInt(6) == 0) {
                payOut();
            }
        }
    }

    private void pay(String rail) {
        int number = COUNT.incrementAndGet();
        long dong = THOUSAND * (5 + random.nextInt(20));
        boolean hold = CAN_HOLD.contains(rail) && random.nextBoolean();
        @Nullable String phone = phone(rail, number);
        Map<String, String> form = new TreeMap<>();
        form.put("amount", Long.toString(dong));
        form.put("currency", "vnd");
        form.put("confirm", "true");
        form.put("capture_method", hold ? "manual" : "automatic");
        form.put("payment_method_types[0]", rail);
        form.put("payment_method_data[type]", rail);
        if (phone != null) {
            form.put("payment_method_data[" + rail + "][phone]", phone);
        }
        JsonNode opened = must(shop.post("/v1/payment_intents", "open-" + number, form));
        String id = opened.path("id").asText();
        Receipts.Intent intent = receipts.opened(id, shop, rail);
        JsonNode asked = awaitNot(id, "processing");
        if (random.nextInt(12) == 0 && !OVER.contains(status(asked))) {
            giveUp(id, number);
            // What is on the buyer's phone or in an app cannot be called back: the buyer has the last word.
            if (status(asked).equals("requires_action") && !rail.equals("carrier_billing")) {
                act(rail, asked, phone, dong, number, random.nextBoolean());
            }
            awaitNot(id, "processing", "requires_action");
            return;
        }
        if (status(asked).equals("requires_action")) {
            act(rail, asked, phone, dong, number, true);
        }
        JsonNode paid = awaitNot(id, "processing", "requires_action");
        if (status(paid).equals("requires_capture")) {
            long part = random.nextInt(3) == 0 ? dong - THOUSAND : dong;
            if (random.nextInt(4) == 0) {
                giveUp(id, number);
                return;
            }
            shop.post(
                    "/v1/payment_intents/" + id + "/capture",
                    "take-" + number,
                    Map.of("amount_to_capture", Long.toString(part)));
            paid = awaitNot(id, "processing", "requires_capture");
        }
        if (status(paid).equals("succeeded")) {
            long taken = paid.path("amount_received").asLong();
            refund(receipts.keep(intent.taken(taken)), number);
        }
    }

    private static @Nullable String phone(String rail, int number) {
        return switch (rail) {
            case "carrier_billing" -> number % 2 == 0 ? PAYS_WITHOUT_PASSWORD : "+8497%07d".formatted(number);
            case "mobile_money" -> number % 2 == 0 ? APPROVES_BY_ITSELF : "+8493%07d".formatted(number);
            default -> null;
        };
    }

    /** The buyer does what the intent asks for, or declines it. */
    private void act(String rail, JsonNode intent, @Nullable String phone, long dong, int number, boolean agrees) {
        String answer = agrees ? "/approve" : "/decline";
        if (rail.equals("vietqr") && !agrees || APPROVES_BY_ITSELF.equals(phone)) {
            return;
        }
        if (rail.equals("vietqr")) {
            String code = intent.at("/next_action/vietqr_display_qr_code/data").asText();
            transfer(code, dong, number);
        } else if (WALLETS.contains(rail)) {
            URI address =
                    URI.create(intent.at("/next_action/redirect_to_url/url").asText());
            String app = address.getPath();
            if (rail.equals("vnpay")) {
                providers.get(Service.PAYMENTS, address.getRawPath() + "?" + address.getRawQuery(), null);
                app = "/sandbox/wallet/app/vnpay/"
                        + address.getRawQuery().replaceAll("(.*&|^)vnp_TxnRef=([^&]+).*", "$2");
            }
            providers.mustPost(Service.PAYMENTS, app + answer, null, null, Map.of());
        } else if (rail.equals("mobile_money")) {
            providers.mustPost(Service.PAYMENTS, "/sandbox/mobilemoney/phones/" + phone + answer, null, null, Map.of());
        } else {
            typePassword(intent.path("id").asText(), phone, number);
        }
    }

    /** A password that did not reach the telecom is nowhere kept: whoever is asked again types it again. */
    private void typePassword(String id, @Nullable String phone, int number) {
        JsonNode now = shop.get("/v1/payment_intents/" + id);
        for (int tries = 0; tries < TYPED_MAX && status(now).equals("requires_action"); tries++) {
            JsonNode messages = providers
                    .mustGet(Service.PAYMENTS, "/sandbox/telecom/phones/" + phone + "/messages", null)
                    .path("messages");
            String password =
                    messages.path(messages.size() - 1).path("oneTimePassword").asText();
            must(shop.post(
                    "/v1/payment_intents/" + id + "/confirm",
                    "password-" + number + "-" + tries,
                    Map.of("payment_method_options[carrier_billing][code]", password)));
            now = awaitNot(id, "processing");
        }
    }

    /** Mostly the right amount; sometimes in two parts, too much, or twice. */
    private void transfer(String code, long dong, int number) {
        switch (random.nextInt(10)) {
            case 0 -> {
                transferOnce(code, dong - THOUSAND, number + "a");
                transferOnce(code, THOUSAND, number + "b");
            }
            case 1 -> transferOnce(code, dong + THOUSAND, number + "a");
            case 2 -> {
                transferOnce(code, dong, number + "a");
                transferOnce(code, dong, number + "b");
            }
            default -> transferOnce(code, dong, number + "a");
        }
    }

    private void transferOnce(String code, long dong, String key) {
        providers.mustPost(
                Service.PAYMENTS,
                "/sandbox/bank/transfers",
                null,
                "transfer-" + key,
                Map.of("qrData", code, "amount", dong));
    }

    private void giveUp(String id, int number) {
        shop.post(
                "/v1/payment_intents/" + id + "/cancel",
                "give-up-" + number,
                Map.of("cancellation_reason", "abandoned"));
    }

    private void refund(Receipts.Intent intent, int number) {
        Receipts.Intent known = intent;
        for (int part = 0; part < 2 && random.nextInt(3) == 0; part++) {
            long dong = THOUSAND * (1 + part);
            Shop.Answer answer = shop.post(
                    "/v1/refunds",
                    "refund-" + number + "-" + part,
                    Map.of("payment_intent", known.id(), "amount", Long.toString(dong)));
            if (answer.fine()) {
                known = receipts.keep(known.refund(must(answer).path("id").asText(), dong));
            }
        }
    }

    private void payOut() {
        int number = COUNT.incrementAndGet();
        long dong = 100 * (1 + random.nextInt(20));
        JsonNode taken = gateway.mustPost(
                Service.PAYMENTS,
                "/internal/payment-desk/pay-out",
                gateway.houseKey(),
                null,
                Map.of(
                        "request",
                        new PayoutRequest(
                                "pay-out-" + number,
                                new MerchantId(shop.merchantId()),
                                Money.vnd(dong),
                                Money.vnd(0))));
        receipts.keep(new Receipts.Payout(taken.path("payoutId").asText(), shop, dong));
    }

    /** Waits until an intent has left the given states. */
    private JsonNode awaitNot(String id, String... states) {
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        Set<String> waiting = Set.of(states);
        JsonNode now = shop.get("/v1/payment_intents/" + id);
        while (waiting.contains(status(now))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(id + " over "
                        + now.at("/payment_method_types/0").asText() + " is stuck in " + status(now) + " for "
                        + SETTLED_WITHIN + ": " + now.path("next_action"));
            }
            Shop.pause();
            now = shop.get("/v1/payment_intents/" + id);
        }
        return now;
    }

    private static String status(JsonNode intent) {
        return intent.path("status").asText();
    }

    private static JsonNode must(Shop.Answer answer) {
        if (!answer.fine()) {
            throw new IllegalStateException(
                    "the gateway refused what it should not, with " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }
}
