package io.giaovan.orderservice.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryStatus;
import io.giaovan.contracts.delivery.DeliveryView;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.edge.time.SimulatedClock;
import io.giaovan.orderservice.order.Handover;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderBook;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.packing.Packing;
import io.giaovan.store.document.TestMongo;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrackingIT implements TestPropertyProvider {
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
    FakeLastMile lastMile;

    @Inject
    SimulatedClock clock;

    private Browser buyer;

    @Override
    public Map<String, String> getProperties() {
        return HouseForTest.properties(mongo.uri(), mongo.databaseName());
    }

    @BeforeAll
    void open() {
        house.seller(HouseForTest.SELLER, "Tiệm Sách Ngõ Nhỏ");
    }

    @BeforeEach
    void arriveAnew() {
        buyer = new Browser(server.getURI());
    }

    @AfterAll
    void close() {
        mongo.close();
    }

    @Test
    void aParcelUnderWayShowsItsRangeAndTheStopsBefore() throws Exception {
        Order order = out("o_out", "CG-1");
        TimeWindow range = new TimeWindow(HouseForTest.NINE.plusSeconds(4_800), HouseForTest.NINE.plusSeconds(6_600));
        lastMile.say(new DeliveryView(
                new DeliveryId(String.valueOf(order.state().parcelCode())),
                DeliveryStatus.OUT_FOR_DELIVERY,
                order.promise().window(),
                range,
                4,
                0));

        String page = buyer.get("/track/" + order.trackingToken()).body();
        String english =
                buyer.get("/track/" + order.trackingToken() + "?lang=en").body();

        assertThat(page).contains("Đang trên đường đến bạn", "10:20–10:50", "Còn 4 điểm trước bạn", "CG-1");
        assertThat(english).contains("On its way to you", "10:20–10:50", "4 stops before you", "lang=\"en\"");
    }

    @Test
    void thePageTellsNothingPersonalAtAnyPointOfTheJourney() throws Exception {
        Order order = house.order(HouseForTest.SELLER, "o_private", "CG-2", PaymentKind.MARKETPLACE, HouseForTest.NINE);
        StringBuilder everything = new StringBuilder(look(order));
        packing.pack(HouseForTest.SELLER, order.id());
        everything.append(look(order));
        tell(order, new OrderEvent.LeftDepot(HouseForTest.NINE));
        everything.append(look(order));
        tell(order, new OrderEvent.AttemptFailed("NOT_HOME", 1, HouseForTest.NINE));
        everything.append(look(order));
        tell(order, new OrderEvent.HandedOver(handover(), false));
        everything.append(look(order));

        assertThat(everything)
                .contains("không có người nhận", "Đã giao")
                .doesNotContain("Đào", "Nguyễn", "912345678", HouseForTest.STREET, "Bến Thành");
    }

    @Test
    void withoutAnAnswerFromTheLastMileThePromiseIsShown() throws Exception {
        Order order = out("o_silent", "CG-3");
        lastMile.setSilent(true);

        HttpResponse<String> page = buyer.get("/track/" + order.trackingToken());
        lastMile.setSilent(false);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Hẹn giao", "10:00–13:00");
    }

    @Test
    void aWrongTokenIsAPageForPeopleAndAProblemForPrograms() throws Exception {
        HttpResponse<String> page = buyer.get("/track/nobody-has-this-token");
        HttpResponse<byte[]> problem = buyer.download("/track/nobody-has-this-token");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Không tìm thấy đơn hàng");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(new String(problem.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"code\":\"NOT_FOUND\"");
    }

    @Test
    void theLinkClosesThirtyDaysAfterTheEndAndNotBefore() throws Exception {
        Order order = out("o_old", "CG-4");
        tell(order, new OrderEvent.HandedOver(handover(), false));

        clock.moveTo(HouseForTest.NINE.plus(Tracking.OPEN_AFTER_END));
        int lastMoment = buyer.get("/track/" + order.trackingToken()).statusCode();
        clock.moveTo(clock.instant().plus(Duration.ofMillis(1)));
        int after = buyer.get("/track/" + order.trackingToken()).statusCode();

        assertThat(lastMoment).isEqualTo(200);
        assertThat(after).isEqualTo(404);
    }

    @Test
    void thePageStaysUnderFiftyKilobytesAndNeedsNoScript() throws Exception {
        Order order = out("o_small", "CG-5");

        byte[] page = buyer.download("/track/" + order.trackingToken()).body();
        int styles = buyer.download("/assets/edge/house.css").body().length
                + buyer.download("/assets/tracking/tracking.css").body().length;

        assertThat(page.length + styles).isLessThan(25_000);
        assertThat(new String(page, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("<script>");
    }

    @Test
    void aBuyerWhoAsksForSilenceGetsNoMoreTexts() throws Exception {
        Order order = house.order(HouseForTest.SELLER, "o_quiet", "CG-6", PaymentKind.MARKETPLACE, HouseForTest.NINE);
        assertThat(texts()).contains("CG-6", "đã nhận", "https://giaovan.test/track/" + order.trackingToken());

        HttpResponse<String> stopped = buyer.submit("/track/" + order.trackingToken() + "/messages", "choice", "stop");
        packing.pack(HouseForTest.SELLER, order.id());
        tell(order, new OrderEvent.LeftDepot(HouseForTest.NINE));
        String whileSilent = texts();
        buyer.submit("/track/" + order.trackingToken() + "/messages", "choice", "start");

        assertThat(stopped.statusCode()).isEqualTo(303);
        assertThat(whileSilent).doesNotContain("CG-6: đang giao");
    }

    private String texts() throws Exception {
        return new Browser(server.getURI())
                .withKey("0123456789abcdef0123456789abcdef")
                .get("/internal/text-messages?phone=" + HouseForTest.PHONE.replace("+", "%2B"))
                .body();
    }

    private String look(Order order) throws Exception {
        return buyer.get("/track/" + order.trackingToken()).body()
                + buyer.get("/track/" + order.trackingToken() + "/now").body();
    }

    private Order out(String id, String externalId) {
        Order order = house.order(HouseForTest.SELLER, id, externalId, PaymentKind.MARKETPLACE, HouseForTest.NINE);
        packing.pack(HouseForTest.SELLER, order.id());
        return tell(order, new OrderEvent.LeftDepot(HouseForTest.NINE));
    }

    private Order tell(Order order, OrderEvent event) {
        book.tellOrThrow(order.merchantId(), order.id(), event);
        return book.settle(order.merchantId(), order.id());
    }

    private static Handover handover() {
        return new Handover(
                HouseForTest.NINE,
                new Proof("pr_1", ProofKind.PHOTO, "ab".repeat(32), HouseForTest.NINE, null),
                null,
                null);
    }
}
