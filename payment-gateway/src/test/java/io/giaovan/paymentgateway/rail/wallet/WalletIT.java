package io.giaovan.paymentgateway.rail.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.TestShop;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalletIT {
    private static TestGateway gateway;

    private final TestShop shop = new TestShop(gateway);

    @BeforeAll
    static void start() {
        gateway = TestGateway.start(Map.of("giaovan.charges.poll-every", "PT0.1S"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void theBooksAgree() {
        for (String form : new String[] {"momo", "zalopay", "vnpay"}) {
            script(form, Map.of());
        }
        gateway.awaitQuiet();
        assertThat(gateway.ledger().audit().findings()).isEmpty();
        for (String form : new String[] {"momo", "zalopay", "vnpay"}) {
            long taken = gateway.read(gateway.get("/sandbox/wallet/" + form + "/books"))
                    .path("taken")
                    .asLong();
            assertThat(shop.clearing(form)).as(form).isEqualTo(Money.vnd(taken));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"momo", "zalopay", "vnpay"})
    void aBuyerIsSentToTheWalletAndPays(String form) {
        JsonNode intent = shop.pays(form, 150_000, "");

        assertThat(intent.at("/next_action/type").asText()).isEqualTo("redirect_to_url");
        assertThat(intent.at("/next_action/redirect_to_url").has("phone")).isFalse();
        assertThat(answer(form, intent, "approve")).isEqualTo(200);
        shop.awaits(intent, "succeeded");

        assertThat(shop.balance()).isEqualTo(Money.vnd(150_000));
        assertThat(answer(form, intent, "decline")).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"momo", "zalopay", "vnpay"})
    void aBuyerWhoDeclinesMayChooseAgain(String form) {
        JsonNode intent = shop.pays(form, 150_000, "");

        answer(form, intent, "decline");
        shop.awaits(intent, "requires_payment_method");
        JsonNode again = shop.post(
                "/v1/payment_intents/" + intent.path("id").asText() + "/confirm", "payment_method_data[type]=" + form);
        assertThat(again.path("status").asText()).as(again.toString()).isEqualTo("requires_action");
        answer(form, again, "approve");
        shop.awaits(intent, "succeeded");

        assertThat(shop.balance()).isEqualTo(Money.vnd(150_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"momo", "zalopay", "vnpay"})
    void lostRepliesLostNoticesAndFailuresChargeOnce(String form) {
        script(form, Map.of("errors", 1, "dropReplies", 3, "duplicates", true, "shuffleMillis", 40, "seed", 5));

        JsonNode lost = shop.pays(form, 20_003, "");
        shop.awaits(lost, "requires_action");
        answer(form, shop.now(lost), "approve");
        shop.awaits(lost, "succeeded");
        JsonNode silent = shop.pays(form, 30_004, "");
        shop.awaits(silent, "requires_action");
        openForMagic(form, silent);
        shop.awaits(silent, "succeeded");

        assertThat(shop.balance()).isEqualTo(Money.vnd(50_007));
    }

    @ParameterizedTest
    @ValueSource(strings = {"momo", "zalopay"})
    void aNoticeThatIsFasterThanTheReplyDoesNoHarm(String form) {
        JsonNode intent = shop.pays(form, 40_006, "");

        shop.awaits(intent, "succeeded");
        assertThat(shop.balance()).isEqualTo(Money.vnd(40_006));
    }

    @ParameterizedTest
    @ValueSource(strings = {"momo", "zalopay", "vnpay"})
    void refundsGoBackInPartsOnceAndMayBeRefused(String form) {
        JsonNode intent = shop.pays(form, 90_000, "");
        answer(form, intent, "approve");
        shop.awaits(intent, "succeeded");
        script(form, Map.of("dropReplies", 2));

        String refund = "payment_intent=" + intent.path("id").asText() + "&amount=";
        shop.post("/v1/refunds", refund + 30_000);
        shop.post("/v1/refunds", refund + 60_000);
        gateway.awaitQuiet();
        assertThat(shop.balance()).isEqualTo(Money.vnd(0));

        JsonNode stubborn = shop.pays(form, 10_005, "");
        openForMagic(form, stubborn);
        shop.awaits(stubborn, "succeeded");
        shop.post("/v1/refunds", "payment_intent=" + stubborn.path("id").asText());
        gateway.awaitQuiet();
        assertThat(shop.balance()).isEqualTo(Money.vnd(10_005));
    }

    @ParameterizedTest
    @ValueSource(strings = {"momo", "zalopay", "vnpay"})
    void aBuyerWhoNeverComesIsGivenUpWithHisOrder(String form) {
        JsonNode intent = shop.pays(form, 50_000, "");

        gateway.pass(Duration.ofDays(1).plusMinutes(1));
        TestGateway.await(
                () -> !shop.now(intent).path("status").asText().matches("requires_action|processing"),
                () -> "an end of " + shop.now(intent));

        assertThat(shop.now(intent).path("status").asText()).isIn("canceled", "requires_payment_method");
        assertThat(shop.balance()).isEqualTo(Money.vnd(0));
    }

    @Test
    void moneyIsHeldAndTakenInASecondStep() {
        JsonNode intent = shop.pays("momo", 120_000, "&capture_method=manual");
        answer("momo", intent, "approve");
        shop.awaits(intent, "requires_capture");
        assertThat(shop.balance()).isEqualTo(Money.vnd(0));

        script("momo", Map.of("dropReplies", 1));
        shop.post("/v1/payment_intents/" + intent.path("id").asText() + "/capture", "amount_to_capture=100000");
        shop.awaits(intent, "succeeded");

        assertThat(shop.balance()).isEqualTo(Money.vnd(100_000));
    }

    @Test
    void heldMoneyIsLetGo() {
        JsonNode intent = shop.pays("momo", 120_000, "&capture_method=manual");
        answer("momo", intent, "approve");
        shop.awaits(intent, "requires_capture");

        shop.post("/v1/payment_intents/" + intent.path("id").asText() + "/cancel", "");
        shop.awaits(intent, "canceled");

        assertThat(shop.balance()).isEqualTo(Money.vnd(0));
    }

    @Test
    void momoNoticesThatAreForgedForeignOrOfAnotherAmountChangeNothing() {
        JsonNode intent = shop.pays("momo", 60_000, "");
        String id = intent.path("id").asText();

        assertThat(momo(id, id + "_1", 60_000, "not-our-secret")).isEqualTo(401);
        assertThat(momo(id, id + "_1", 59_999, null)).isEqualTo(422);
        assertThat(momo(id, "pi_other_1", 60_000, null)).isEqualTo(404);
        assertThat(momo("pi_nobody", "pi_nobody_1", 60_000, null)).isEqualTo(404);
        assertThat(momo(id, id + "_1", 60_000, null)).isEqualTo(204);
        gateway.awaitQuiet();

        assertThat(shop.now(intent).path("status").asText()).isEqualTo("requires_action");
        answer("momo", intent, "decline");
    }

    @Test
    void zaloPayNoticesThatAreForgedForeignOrOfAnotherAmountChangeNothing() {
        JsonNode intent = shop.pays("zalopay", 60_000, "");
        String id = intent.path("id").asText();

        assertThat(zaloPay(id, "261124_" + id + "_1", 60_000, "not-our-key")).isEqualTo(-1);
        assertThat(zaloPay(id, "261124_" + id + "_1", 1, null)).isEqualTo(-3);
        assertThat(zaloPay(id, "261124_pi_other_1", 60_000, null)).isEqualTo(-2);
        assertThat(zaloPay(id, "261124_" + id + "_1", 60_000, null)).isEqualTo(1);
        gateway.awaitQuiet();

        assertThat(shop.now(intent).path("status").asText()).isEqualTo("requires_action");
        answer("zalopay", intent, "decline");
    }

    @Test
    void vnpayNoticesAreAnsweredInItsCodes() {
        JsonNode intent = shop.pays("vnpay", 60_000, "");
        String id = intent.path("id").asText();

        assertThat(vnpay(id + "_1", 60_000, "not-our-secret")).isEqualTo("97");
        assertThat(vnpay(id + "_1", 59_000, null)).isEqualTo("04");
        assertThat(vnpay("pi_nobody_1", 60_000, null)).isEqualTo("01");
        assertThat(vnpay(id + "_1", 60_000, null)).isEqualTo("00");
        assertThat(shop.now(intent).path("status").asText()).isEqualTo("requires_action");
        answer("vnpay", intent, "approve");
        shop.awaits(intent, "succeeded");
        assertThat(vnpay(id + "_1", 60_000, null)).isEqualTo("02");
    }

    @Test
    void aWrongSignatureIsRefusedByEveryWallet() {
        assertThat(gateway.post(
                                "/sandbox/wallet/momo/v2/gateway/api/create",
                                Map.of("partnerCode", "GIAOVAN", "orderId", "x", "signature", "00"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(gateway.read(gateway.post("/sandbox/wallet/zalopay/v2/create", Map.of("app_id", 2553, "mac", "00")))
                        .path("sub_return_code")
                        .asInt())
                .isEqualTo(-402);
        assertThat(gateway.get("/sandbox/wallet/vnpay/paymentv2/vpcpay.html?vnp_Amount=1000000&vnp_SecureHash=00")
                        .statusCode())
                .isEqualTo(401);
        assertThat(gateway.read(gateway.post(
                                "/sandbox/wallet/vnpay/merchant_webapi/api/transaction",
                                Map.of("vnp_Command", "querydr", "vnp_SecureHash", "00")))
                        .path("vnp_ResponseCode")
                        .asText())
                .isEqualTo("97");
    }

    /** With VNPAY an order exists once its buyer opened the address. */
    private static void openForMagic(String form, JsonNode intent) {
        if (form.equals("vnpay")) {
            open(intent);
        }
    }

    private static void open(JsonNode intent) {
        URI address = URI.create(intent.at("/next_action/redirect_to_url/url").asText());
        assertThat(gateway.send(HttpRequest.newBuilder(address)).statusCode()).isEqualTo(303);
    }

    private static int answer(String form, JsonNode intent, String what) {
        String address = intent.at("/next_action/redirect_to_url/url").asText();
        if (form.equals("vnpay")) {
            open(intent);
            String id = address.replaceAll(".*vnp_TxnRef=([A-Za-z0-9_]+).*", "$1");
            return answered("/sandbox/wallet/app/vnpay/" + id + "/" + what);
        }
        assertThat(gateway.get(URI.create(address).getPath()).body()).contains("approve", "decline");
        return answered(URI.create(address).getPath() + "/" + what);
    }

    private static int answered(String path) {
        return gateway.send(HttpRequest.newBuilder(gateway.address().resolve(path))
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    private static int momo(String charge, String order, long dong, @Nullable String secret) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("partnerCode", "GIAOVAN");
        fields.put("orderId", order);
        fields.put("requestId", order);
        fields.put("amount", dong);
        fields.put("orderInfo", "x");
        fields.put("orderType", "momo_wallet");
        fields.put("transId", 1);
        fields.put("resultCode", 0);
        fields.put("message", "ok");
        fields.put("payType", "qr");
        fields.put("responseTime", 1);
        fields.put("extraData", "");
        Map<String, Object> body = new LinkedHashMap<>(fields);
        body.put(
                "signature",
                WalletSignatures.momo(secret == null ? derived(MomoSettings.SECRET) : secret, "giaovan", fields));
        return gateway.post(MomoSettings.NOTICE_PATH + "/" + charge, body).statusCode();
    }

    private static int zaloPay(String charge, String order, long dong, @Nullable String key) {
        String data = gateway.text(Map.of("app_trans_id", order, "amount", dong, "zp_trans_id", 1));
        String mac = WalletSignatures.zaloPayData(key == null ? derived(ZaloPaySettings.KEY_2) : key, data);
        return gateway.read(gateway.post(
                        ZaloPaySettings.NOTICE_PATH + "/" + charge, Map.of("data", data, "mac", mac, "type", 1)))
                .path("return_code")
                .asInt();
    }

    private static String vnpay(String order, long dong, @Nullable String secret) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "vnp_TxnRef",
                order,
                "vnp_Amount",
                Long.toString(dong * 100),
                "vnp_ResponseCode",
                "00",
                "vnp_TransactionStatus",
                "00"));
        String hash = WalletSignatures.vnpayQuery(secret == null ? derived(VnpaySettings.SECRET) : secret, fields);
        return gateway.read(gateway.get(VnpaySettings.NOTICE_PATH + "?" + WalletSignatures.vnpayText(fields)
                        + "&vnp_SecureHash=" + hash))
                .path("RspCode")
                .asText();
    }

    private static String derived(String purpose) {
        return gateway.bean(RailAddresses.class).secret(null, purpose);
    }

    private static void script(String form, Map<String, Object> faults) {
        assertThat(gateway.post("/sandbox/wallet/" + form + "/faults", faults).statusCode())
                .isEqualTo(200);
    }
}
