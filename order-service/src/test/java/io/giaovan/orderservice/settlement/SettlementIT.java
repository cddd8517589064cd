package io.giaovan.orderservice.settlement;

import static io.giaovan.orderservice.tracking.HouseForTest.NINE;
import static io.giaovan.orderservice.tracking.HouseForTest.OTHER;
import static io.giaovan.orderservice.tracking.HouseForTest.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.payment.PayoutEvent;
import io.giaovan.edge.time.SimulatedClock;
import io.giaovan.orderservice.order.Handover;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderBook;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderFixture;
import io.giaovan.orderservice.packing.Packing;
import io.giaovan.orderservice.settlement.day.SettlementWorker;
import io.giaovan.orderservice.settlement.statement.PayoutListener;
import io.giaovan.orderservice.tracking.Browser;
import io.giaovan.orderservice.tracking.HouseForTest;
import io.giaovan.store.document.TestMongo;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class SettlementIT implements TestPropertyProvider {
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
    FakeGateway gateway;

    @Inject
    PayoutListener listener;

    @Inject
    SettlementWorker worker;

    @Inject
    SimulatedClock clock;

    private Browser seller;
    private Browser other;
    private Browser owner;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new HashMap<>(HouseForTest.properties(mongo.uri(), mongo.databaseName()));
        properties.put("giaovan.test.payment-desk", "settlement");
        properties.put("giaovan.settlement.watch-every", "PT1H");
        return properties;
    }

    @BeforeAll
    void open() {
        seller = new Browser(server.getURI()).withKey(house.seller(SELLER, "Tiệm Sách Ngõ Nhỏ"));
        other = new Browser(server.getURI()).withKey(house.seller(OTHER, "Tiệm Trà"));
        owner = new Browser(server.getURI()).withKey("0123456789abcdef0123456789abcdef");
    }

    @AfterAll
    void close() {
        mongo.close();
    }

    @Test
    void aDaysCashIsBookedClosedPaidAndShownToItsSellerOnly() throws Exception {
        delivered("o_cash");

        String open = seller.get("/seller/v1/statements").body();
        HttpResponse<String> closed = owner.postJson(
                "/internal/settlement/close", "k", "{\"merchantId\":\"" + SELLER + "\",\"day\":\"2026-11-24\"}");
        String id = field(closed.body(), "statementId");
        hear();
        String statement =
                seller.get("/seller/v1/statements/" + id + "?lang=en").body();
        HttpResponse<byte[]> csv = seller.download("/seller/v1/statements/" + id + ".csv");
        String balance = seller.get("/seller/v1/balance").body();

        assertThat(open).contains("\"status\":\"OPEN\"", "\"amount\":231000");
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
        assertThat(statement)
                .contains("\"status\":\"PAID\"", "\"kind\":\"SALE\"", "\"reason\":\"Goods, 3 pieces\"", "o_cash")
                .contains("\"reason\":\"Cash on delivery: 0.8% × 250.000 ₫ + 2.000 ₫\"");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(new String(csv.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains(id + ",2026-11-24,o_cash,CASH_ON_DELIVERY_FEE,", ",-4000,VND");
        assertThat(balance).contains("\"paid\":{\"amount\":231000,\"currency\":\"VND\"}", "\"waitingOrders\":0");
        assertThat(other.get("/seller/v1/statements/" + id).statusCode()).isEqualTo(404);
        assertThat(other.download("/seller/v1/statements/" + id + ".csv").statusCode())
                .isEqualTo(404);
        assertThat(new Browser(server.getURI())
                        .get("/seller/v1/statements/" + id)
                        .statusCode())
                .isEqualTo(401);
        assertThat(gateway.balance(SELLER)).isZero();
    }

    @Test
    void bClosingAgainChangesNothing() throws Exception {
        String request = "{\"merchantId\":\"" + SELLER + "\",\"day\":\"2026-11-24\"}";

        String first =
                owner.postJson("/internal/settlement/close", "k1", request).body();
        String second =
                owner.postJson("/internal/settlement/close", "k2", request).body();

        assertThat(second).isEqualTo(first).contains("\"status\":\"PAID\"");
        assertThat(gateway.payouts()).hasSize(1);
    }

    @Test
    void cTheWorkerClosesWhatIsOverByItself() throws Exception {
        delivered("o_later");
        clock.moveTo(NINE.plus(Duration.ofDays(2)));

        worker.runNow();
        hear();

        assertThat(seller.get("/seller/v1/statements").body())
                .contains("\"day\":\"2026-11-25\",\"status\":\"PAID\"", "\"day\":\"2026-11-24\",\"status\":\"PAID\"");
        assertThat(worker.unfinished()).isZero();
    }

    @Test
    void wrongRequestsAreNamed() throws Exception {
        assertThat(owner.postJson("/internal/settlement/close", "k", "{\"day\":\"2027-01-01\"}")
                        .body())
                .contains("INVALID_FIELD", "day: is after the running service day");
        assertThat(owner.postJson("/internal/settlement/close", "k", "{\"day\":\"today\"}")
                        .body())
                .contains("INVALID_FIELD", "is not a day like 2026-11-24");
        assertThat(seller.postJson("/internal/settlement/close", "k", "{\"day\":\"2026-11-24\"}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(seller.get("/seller/v1/statements?limit=201").body()).contains("limit", "1 to 200");
        assertThat(seller.get("/seller/v1/statements?cursor=x").body()).contains("is not a cursor of this list");
    }

    private void hear() {
        gateway.advance(false)
                .forEach((key, payout) -> listener.handle(new Event(
                        payout.payoutId() + "-2",
                        "/payment-gateway",
                        EventType.PAYOUT_CHANGED,
                        payout.payoutId(),
                        2,
                        clock.instant(),
                        new PayoutEvent(payout, key, clock.instant()))));
    }

    private void delivered(String id) {
        Order order = house.order(SELLER, id, null, PaymentKind.CASH, clock.instant());
        packing.pack(SELLER, order.id());
        book.tellOrThrow(SELLER, order.id(), new OrderEvent.LeftDepot(clock.instant()));
        Handover proof = OrderFixture.handover(clock.instant());
        book.tellOrThrow(
                SELLER,
                order.id(),
                new OrderEvent.HandedOver(
                        new Handover(proof.at(), proof.proof(), order.purchase().total(), "courier-1"), false));
        book.settle(SELLER, order.id());
    }

    private static String field(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        assertThat(matcher.find()).as(json).isTrue();
        return matcher.group(1);
    }
}
