package io.giaovan.orderservice.portal;

import static io.giaovan.orderservice.tracking.HouseForTest.NINE;
import static io.giaovan.orderservice.tracking.HouseForTest.OTHER;
import static io.giaovan.orderservice.tracking.HouseForTest.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryStatus;
import io.giaovan.contracts.delivery.DeliveryView;
import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.edge.access.Secrets;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderBook;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderFixture;
import io.giaovan.orderservice.order.OrderStatus;
import io.giaovan.orderservice.order.Orders;
import io.giaovan.orderservice.order.Promise;
import io.giaovan.orderservice.order.Purchase;
import io.giaovan.orderservice.packing.Packing;
import io.giaovan.orderservice.tracking.Browser;
import io.giaovan.orderservice.tracking.FakeLastMile;
import io.giaovan.orderservice.tracking.HouseForTest;
import io.giaovan.store.document.TestMongo;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalIT implements TestPropertyProvider {
    private static final String CANARY = "<script>alert('canary')</script>\"><img src=x onerror=alert(1)>";
    private static final String ESCAPED = "&lt;script&gt;alert('canary')";

    private final TestMongo mongo = TestMongo.start();

    @Inject
    EmbeddedServer server;

    @Inject
    HouseForTest house;

    @Inject
    Packing packing;

    @Inject
    OrderBook book;

    @Inject
    Orders orders;

    @Inject
    FakeLastMile lastMile;

    private String key;
    private Browser seller;
    private Browser other;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new HashMap<>(HouseForTest.properties(mongo.uri(), mongo.databaseName()));
        properties.put("giaovan.test.payment-desk", "settlement");
        return properties;
    }

    @BeforeAll
    void open() throws Exception {
        key = house.seller(SELLER, "Tiệm Sách Ngõ Nhỏ");
        seller = signedIn(key);
        other = signedIn(house.seller(OTHER, "Tiệm Trà"));
    }

    @AfterAll
    void close() {
        mongo.close();
    }

    @Test
    void aWrongKeyOpensNothing() throws Exception {
        Browser stranger = new Browser(server.getURI());
        String page = stranger.get("/portal").body();

        HttpResponse<String> refused =
                stranger.submit("/portal/sign-in", "token", token(page), "key", "sk_not-a-key-of-anyone");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body())
                .contains("Mã này không phải của người bán nào.")
                .doesNotContain("sk_not-a-key");
        assertThat(refused.headers().allValues("Set-Cookie")).noneMatch(set -> set.startsWith("giaovan_seller="));
        assertThat(stranger.get("/portal/orders").statusCode()).isEqualTo(303);
    }

    @Test
    void theRightKeyOpensASessionThatScriptsAndOtherSitesCannotUse() throws Exception {
        Browser browser = new Browser(server.getURI());
        String page = browser.get("/portal").body();

        HttpResponse<String> opened = browser.submit("/portal/sign-in", "token", token(page), "key", key);

        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.headers().firstValue("Location")).hasValue("/portal/orders");
        assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("giaovan_seller=")
                .contains("HTTPOnly", "SameSite=Strict");
        assertThat(browser.get("/portal/orders").body()).contains("Tiệm Sách Ngõ Nhỏ");
        assertThat(browser.get("/portal").statusCode()).isEqualTo(303);
    }

    @Test
    void signingOutEndsIt() throws Exception {
        Browser browser = signedIn(key);
        String page = browser.get("/portal/orders").body();

        HttpResponse<String> out = browser.submit("/portal/sign-out", "token", token(page));

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(browser.get("/portal/orders").headers().firstValue("Location"))
                .hasValue("/portal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/portal/orders",
                "/portal/orders/live",
                "/portal/orders/o_any",
                "/portal/orders/o_any/live",
                "/portal/packing",
                "/portal/packing/waves/wv_any",
                "/portal/stock",
                "/portal/statements",
                "/portal/statements/st_any",
                "/portal/webhooks"
            })
    void noPageShowsAnythingWithoutASession(String path) throws Exception {
        HttpResponse<String> answer = new Browser(server.getURI()).get(path);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/portal");
        assertThat(String.valueOf(answer.body())).doesNotContain("SACH", "Tiệm");
    }

    @Test
    void ordersAreListedByStatusWithCountsPromiseAndLateness() throws Exception {
        placed("o_list", "CG-LIST", NINE);
        Order late = placed("o_late", "CG-LATE", NINE);
        packing.pack(SELLER, late.id());
        book.tellOrThrow(SELLER, late.id(), new OrderEvent.LeftDepot(NINE));
        book.tellOrThrow(SELLER, late.id(), new OrderEvent.HandedOver(OrderFixture.handover(NINE), true));

        String all = seller.get("/portal/orders?search=cg-l").body();
        String toPack = seller.get("/portal/orders?status=RECEIVED&search=CG-L").body();
        String live = seller.get("/portal/orders/live?status=DELIVERED").body();

        assertThat(all).contains("CG-LIST", "CG-LATE", "⚠ Trễ", "24/11 10:00–13:00", "250.000 ₫", "Chờ đóng gói");
        assertThat(toPack).contains("CG-LIST").doesNotContain("CG-LATE");
        assertThat(live).contains("CG-LATE", "hx-trigger=\"every 10s\"").doesNotContain("<html", "CG-LIST");
        assertThat(seller.get("/portal/orders?status=NONE").statusCode()).isEqualTo(422);
    }

    @Test
    void aLongListIsReadInPages() throws Exception {
        MerchantId busy = new MerchantId("tiem-dong");
        Browser owner = signedIn(house.seller(busy, "Tiệm Đông"));
        for (int i = 0; i < 51; i++) {
            house.order(busy, "o_p" + i, "PAGE-" + i, PaymentKind.MARKETPLACE, NINE.plusSeconds(i));
        }

        String first = owner.get("/portal/orders").body();
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"").matcher(first);
        assertThat(next.find()).isTrue();
        String second = owner.get(next.group(1).replace("&amp;", "&")).body();

        assertThat(first).contains("PAGE-50<", "PAGE-1<").doesNotContain("PAGE-0<");
        assertThat(second).contains("PAGE-0<", "Trang đầu").doesNotContain("PAGE-1<", "rel=\"next\"");
    }

    @Test
    void anOrderShowsItsWayItsGoodsAndWhatCanBeDone() throws Exception {
        Order order = placed("o_show", "CG-SHOW", NINE);

        String received = seller.get("/portal/orders/o_show").body();
        HttpResponse<String> packed = seller.submit("/portal/orders/o_show/pack", "token", token(received));
        String code = String.valueOf(orders.get(SELLER, order.id()).state().parcelCode());
        book.tellOrThrow(SELLER, order.id(), new OrderEvent.LeftDepot(NINE));
        lastMile.say(new DeliveryView(
                new DeliveryId(code),
                DeliveryStatus.OUT_FOR_DELIVERY,
                order.promise().window(),
                new TimeWindow(NINE.plusSeconds(4_800), NINE.plusSeconds(6_600)),
                3,
                0));
        String out = seller.get("/portal/orders/o_show/live").body();

        assertThat(received)
                .contains("Nguyễn Thị Hồng Đào", "+84•••••678", HouseForTest.STREET, "Sách Dế Mèn", "id=\"pack\"")
                .doesNotContain(HouseForTest.PHONE);
        assertThat(packed.statusCode()).isEqualTo(303);
        assertThat(out).contains("Rời kho, đang giao", "10:20–10:50", code).doesNotContain("<html");
        assertThat(seller.download("/seller/v1/parcels/" + code + "/label.pdf").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOrderIsCancelledWithAReason() throws Exception {
        Order order = placed("o_cancel", "CG-CANCEL", NINE);
        String token = token(seller.get("/portal/orders/o_cancel").body());

        HttpResponse<String> empty = seller.submit("/portal/orders/o_cancel/cancel", "token", token, "reason", " ");
        OrderStatus untouched = orders.get(SELLER, order.id()).status();
        HttpResponse<String> done =
                seller.submit("/portal/orders/o_cancel/cancel", "token", token, "reason", "Hết hàng rồi");
        HttpResponse<String> packed = seller.submit("/portal/orders/o_cancel/pack", "token", token);

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("reason: has 0 characters, allowed are 1 to 200");
        assertThat(untouched).isEqualTo(OrderStatus.RECEIVED);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(orders.get(SELLER, order.id()).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(packed.statusCode()).isEqualTo(409);
        assertThat(packed.body()).contains("only a RECEIVED order can be packed");
    }

    @Test
    void whatBelongsToAnotherSellerIsNotThere() throws Exception {
        placed("o_mine", "CG-MINE", NINE);
        String wave = wave();
        String token = token(other.get("/portal/orders").body());

        assertThat(other.get("/portal/orders/o_mine").statusCode()).isEqualTo(404);
        assertThat(other.get("/portal/orders/o_mine").body()).doesNotContain("Đào", "CG-MINE");
        assertThat(other.get("/portal/orders/o_mine/live").statusCode()).isEqualTo(404);
        assertThat(other.submit("/portal/orders/o_mine/pack", "token", token).statusCode())
                .isEqualTo(404);
        assertThat(other.submit("/portal/orders/o_mine/cancel", "token", token, "reason", "x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.get(wave).statusCode()).isEqualTo(404);
        assertThat(other.get("/portal/orders").body()).doesNotContain("CG-MINE");
        assertThat(orders.get(SELLER, new OrderId("o_mine")).status()).isEqualTo(OrderStatus.RECEIVED);
    }

    @Test
    void everyFormNeedsTheTokenOfItsOwnSession() throws Exception {
        placed("o_token", "CG-TOKEN", NINE);
        String wave = wave();
        String foreign = token(other.get("/portal/orders").body());
        String own = token(seller.get("/portal/orders/o_token").body());
        String forged = own.substring(0, own.length() - 2) + (own.endsWith("AA") ? "BB" : "AA");

        for (String path : List.of(
                "/portal/orders/o_token/pack",
                "/portal/orders/o_token/cancel",
                "/portal/packing/waves",
                wave + "/pack",
                "/portal/sign-out",
                "/portal/sign-in")) {
            for (String token : List.of("", foreign, forged)) {
                HttpResponse<String> refused = seller.submit(path, "token", token, "reason", "x", "key", key);
                assertThat(refused.statusCode()).as("%s with '%s'", path, token).isEqualTo(403);
            }
            assertThat(seller.submit(path, "reason", "x").statusCode()).as(path).isEqualTo(403);
        }
        assertThat(orders.get(SELLER, new OrderId("o_token")).status()).isEqualTo(OrderStatus.RECEIVED);
        assertThat(seller.get("/portal/orders").statusCode()).isEqualTo(200);
    }

    @Test
    void aWaveIsPickedPackedAndPrinted() throws Exception {
        MerchantId packer = new MerchantId("tiem-goi");
        Browser owner = signedIn(house.seller(packer, "Tiệm Gói"));
        house.order(packer, "o_wave1", "CG-W1", PaymentKind.MARKETPLACE, NINE);
        house.order(packer, "o_wave2", "CG-W2", PaymentKind.MARKETPLACE, NINE);
        String waiting = owner.get("/portal/packing").body();

        String place = location(owner.submit("/portal/packing/waves", "token", token(waiting), "key", "once"));
        String again = location(owner.submit("/portal/packing/waves", "token", token(waiting), "key", "once"));
        String wave = owner.get(place).body();
        HttpResponse<String> packed = owner.submit(place + "/pack", "token", token(wave));
        String after = owner.get(place).body();

        assertThat(waiting).contains("CG-W1", "CG-W2", "2 × Sách Dế Mèn");
        assertThat(again).isEqualTo(place);
        assertThat(wave).contains("SACH-01", "CG-W1").doesNotContain("id=\"labels\"");
        assertThat(packed.statusCode()).isEqualTo(303);
        assertThat(after).contains("id=\"labels\"", "id=\"manifest\"").doesNotContain("id=\"packall\"");
        for (String paper : List.of("pick-list", "labels", "manifest")) {
            String id = place.substring(place.lastIndexOf('/') + 1);
            assertThat(owner.download("/seller/v1/waves/" + id + "/" + paper + ".pdf")
                            .headers()
                            .firstValue("Content-Type"))
                    .as(paper)
                    .hasValue("application/pdf");
        }
        assertThat(owner.get("/portal/packing").body()).contains("Mọi đơn đều đã đóng gói");
    }

    @Test
    void stockStatementsAndWebhooksAreShown() throws Exception {
        MerchantId shop = new MerchantId("tiem-so");
        String shopKey = house.seller(shop, "Tiệm Sổ");
        Browser owner = signedIn(shopKey);
        Order order = house.order(shop, "o_book", "CG-BOOK", PaymentKind.MARKETPLACE, NINE);
        new Browser(server.getURI())
                .withKey(shopKey)
                .postJson("/seller/v1/webhook-endpoints", "k", "{\"url\":\"http://127.0.0.1:9/hook\"}");
        packing.pack(shop, order.id());
        book.tellOrThrow(shop, order.id(), new OrderEvent.LeftDepot(NINE));
        book.tellOrThrow(shop, order.id(), new OrderEvent.HandedOver(OrderFixture.handover(NINE), false));
        book.settle(shop, order.id());

        String statements = owner.get("/portal/statements").body();
        Matcher link =
                Pattern.compile("href=\"(/portal/statements/st_[^\"]*)\"").matcher(statements);
        assertThat(link.find()).as(statements).isTrue();
        String statement = owner.get(link.group(1) + "?lang=en").body();

        assertThat(owner.get("/portal/stock?lang=en").body()).contains("TRA-SEN", "999", "Available");
        assertThat(statements).contains("-15.000 ₫", "24/11/2026", "Đang mở");
        assertThat(statement).contains("o_book", "Delivery, 720 g", "Delivery fee", ".csv");
        assertThat(owner.get("/portal/webhooks").body())
                .contains("http://127.0.0.1:9/hook", "order.delivered")
                .doesNotContain("whsec_");
        assertThat(seller.get(link.group(1)).statusCode()).isEqualTo(404);
    }

    @Test
    void whatBuyersAndArticlesAreCalledIsTextAndNothingElse() throws Exception {
        MerchantId victim = new MerchantId("tiem-lanh");
        Browser owner = signedIn(house.seller(victim, "Tiệm " + CANARY.substring(0, 30)));
        place(victim, "o_canary", "CG-CANARY");

        StringBuilder everything = new StringBuilder();
        for (String path : List.of(
                "/portal/orders",
                "/portal/orders?search=" + java.net.URLEncoder.encode(CANARY, java.nio.charset.StandardCharsets.UTF_8),
                "/portal/orders/live",
                "/portal/orders/o_canary",
                "/portal/orders/o_canary/live",
                "/portal/packing",
                "/portal/stock")) {
            everything.append(owner.get(path).body());
        }
        String token = token(owner.get("/portal/packing").body());
        String place = location(owner.submit("/portal/packing/waves", "token", token, "key", "k"));
        everything.append(owner.get(place).body());
        owner.submit("/portal/orders/o_canary/cancel", "token", token, "reason", CANARY);
        everything.append(owner.get("/portal/orders/o_canary").body());

        assertThat(everything)
                .contains(ESCAPED)
                .doesNotContain("<script>", "<img src=x")
                .doesNotContain(" onclick=", " onload=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/portal/orders", "/portal/packing", "/portal/stock", "/portal/statements", "/portal/webhooks"})
    void everyPageSpeaksBothLanguagesAndRunsNoScriptOfItsOwn(String path) throws Exception {
        Browser reader = signedIn(key);

        HttpResponse<String> vietnamese = reader.get(path + "?lang=vi");
        HttpResponse<String> english = reader.get(path + "?lang=en");
        HttpResponse<String> remembered = reader.get(path);

        assertThat(vietnamese.body())
                .contains("<html lang=\"vi\">", "Đăng xuất", "Đơn hàng")
                .doesNotContain("Sign out");
        assertThat(english.body())
                .contains("<html lang=\"en\">", "Sign out", "Orders")
                .doesNotContain("Đăng xuất");
        assertThat(remembered.body()).contains("<html lang=\"en\">");
        assertThat(english.body()).doesNotContain("<script>", "javascript:", " style=");
        assertThat(english.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'")
                .doesNotContain("script-src");
        assertThat(english.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(reader.download("/assets/portal/portal.css").statusCode()).isEqualTo(200);
    }

    private Browser signedIn(String sellerKey) throws Exception {
        Browser browser = new Browser(server.getURI());
        String page = browser.get("/portal").body();
        assertThat(browser.submit("/portal/sign-in", "token", token(page), "key", sellerKey)
                        .statusCode())
                .isEqualTo(303);
        return browser;
    }

    private String wave() throws Exception {
        String page = seller.get("/portal/packing").body();
        return location(seller.submit("/portal/packing/waves", "token", token(page), "key", "k-" + page.hashCode()));
    }

    private Order placed(String id, String externalId, java.time.Instant at) {
        return house.order(SELLER, id, externalId, PaymentKind.MARKETPLACE, at);
    }

    private void place(MerchantId merchantId, String id, String externalId) {
        Purchase purchase = new Purchase(
                "chogo",
                externalId,
                List.of(new OrderLine("SACH-01", CANARY, 1, Money.vnd(85_000))),
                new Contact(CANARY, HouseForTest.PHONE),
                new Address(CANARY, CANARY, "TP Hồ Chí Minh", "VN", new GeoPoint(10.77, 106.7)),
                PaymentKind.MARKETPLACE,
                null,
                Money.vnd(0),
                new ParcelLoad(720, 2_200, 1),
                NINE);
        book.place(Order.placed(
                new OrderId(id),
                merchantId,
                purchase,
                new Promise(new TimeWindow(NINE.plusSeconds(3_600), NINE.plusSeconds(7_200)), null, false),
                Secrets.newKey("", new SecureRandom()),
                null,
                NINE));
    }

    private static String token(String page) {
        Matcher matcher = Pattern.compile("name=\"token\" value=\"([^\"]*)\"").matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }
}
