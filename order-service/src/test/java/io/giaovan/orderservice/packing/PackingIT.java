package io.giaovan.orderservice.packing;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderStatus;
import io.giaovan.orderservice.order.Orders;
import io.giaovan.orderservice.tracking.Browser;
import io.giaovan.orderservice.tracking.HouseForTest;
import io.giaovan.store.document.TestMongo;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackingIT implements TestPropertyProvider {
    private final TestMongo mongo = TestMongo.start();

    @Inject
    EmbeddedServer server;

    @Inject
    HouseForTest house;

    @Inject
    Orders orders;

    private Browser seller;
    private Browser other;

    @Override
    public Map<String, String> getProperties() {
        return HouseForTest.properties(mongo.uri(), mongo.databaseName());
    }

    @BeforeAll
    void open() {
        seller = new Browser(server.getURI()).withKey(house.seller(HouseForTest.SELLER, "Tiệm Sách Ngõ Nhỏ"));
        other = new Browser(server.getURI()).withKey(house.seller(HouseForTest.OTHER, "Tiệm Trà"));
    }

    @AfterAll
    void close() {
        mongo.close();
    }

    @Test
    void packingMovesTheOrderAndPrintsALabelThatReprintsToTheSameBytes() throws Exception {
        Order order = placed("o_pack", "CG-1");

        HttpResponse<String> packed = seller.postJson("/seller/v1/orders/o_pack/pack", "k1", "{}");
        HttpResponse<byte[]> label = seller.download(field(packed.body(), "labelUrl"));
        HttpResponse<byte[]> again = seller.download(field(packed.body(), "labelUrl"));

        assertThat(packed.statusCode()).as(packed.body()).isEqualTo(201);
        Order now = orders.get(HouseForTest.SELLER, order.id());
        assertThat(now.status()).isEqualTo(OrderStatus.PACKED);
        assertThat(now.state().parcelCode()).isEqualTo(field(packed.body(), "parcelCode"));
        assertThat(label.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(text(label.body())).contains("Nguyễn Thị Hồng Đào", "CG-1", "Tiệm Sách Ngõ Nhỏ");
        assertThat(again.body()).isEqualTo(label.body());
    }

    @Test
    void packingAgainAnswersWithTheSameParcel() throws Exception {
        placed("o_twice", "CG-2");

        String first =
                seller.postJson("/seller/v1/orders/o_twice/pack", "k2", "{}").body();
        String sameKey =
                seller.postJson("/seller/v1/orders/o_twice/pack", "k2", "{}").body();
        String otherKey =
                seller.postJson("/seller/v1/orders/o_twice/pack", "k3", "{}").body();

        assertThat(sameKey).isEqualTo(first);
        assertThat(otherKey).isEqualTo(first);
    }

    @Test
    void eightAtOnceGetOneParcel() throws Exception {
        placed("o_race", "CG-3");
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String key = "race" + i;
            calls.add(() -> field(
                    seller.postJson("/seller/v1/orders/o_race/pack", key, "{}").body(), "parcelCode"));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(calls).stream().map(call -> {
                        try {
                            return call.get();
                        } catch (Exception failed) {
                            throw new AssertionError("packing failed", failed);
                        }
                    }))
                    .containsOnly(orders.get(HouseForTest.SELLER, new OrderId("o_race"))
                            .state()
                            .parcelCode());
        }
    }

    @Test
    void anotherSellerSeesNeitherOrderNorParcelNorWave() throws Exception {
        placed("o_mine", "CG-4");
        String packed =
                seller.postJson("/seller/v1/orders/o_mine/pack", "k4", "{}").body();
        String wave = seller.postJson("/seller/v1/waves", "k5", "{\"orderIds\":[\"o_mine\"]}")
                .body();

        assertThat(other.postJson("/seller/v1/orders/o_mine/pack", "k", "{}").statusCode())
                .isEqualTo(404);
        assertThat(other.download(field(packed, "labelUrl")).statusCode()).isEqualTo(404);
        assertThat(other.download(field(wave, "labelsUrl")).statusCode()).isEqualTo(404);
        assertThat(other.get("/seller/v1/waves/" + field(wave, "waveId")).statusCode())
                .isEqualTo(404);
        assertThat(new Browser(server.getURI())
                        .download(field(packed, "labelUrl"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void inABulkOneThatCannotBePackedDoesNotStopTheOthers() throws Exception {
        placed("o_b1", "CG-5");
        placed("o_b2", "CG-6");

        HttpResponse<String> answer =
                seller.postJson("/seller/v1/orders/pack", "k6", "{\"orderIds\":[\"o_b1\",\"o_missing\",\"o_b2\"]}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .containsSubsequence("o_b1", "parcelCode", "o_missing", "NOT_FOUND", "o_b2", "parcelCode");
    }

    @Test
    void aBulkOverTheLimitIsRefusedAndChangesNothing() throws Exception {
        placed("o_limit", "CG-7");
        String ids = "\"o_limit\",".repeat(Parcels.BATCH_MAX) + "\"o_limit\"";

        HttpResponse<String> answer = seller.postJson("/seller/v1/orders/pack", "k7", "{\"orderIds\":[" + ids + "]}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("orderIds", "201", "200");
        assertThat(orders.get(HouseForTest.SELLER, new OrderId("o_limit")).status())
                .isEqualTo(OrderStatus.RECEIVED);
    }

    @Test
    void aWaveTellsWhatToFetchAndPrintsItsPapers() throws Exception {
        placed("o_w1", "CG-8");
        placed("o_w2", "CG-9");

        String wave = seller.postJson("/seller/v1/waves", "k8", "{\"orderIds\":[\"o_w1\",\"o_w2\"]}")
                .body();
        String again = seller.postJson("/seller/v1/waves", "k8", "{\"orderIds\":[\"o_w1\",\"o_w2\"]}")
                .body();
        seller.postJson("/seller/v1/orders/pack", "k9", "{\"orderIds\":[\"o_w1\",\"o_w2\"]}");

        assertThat(again).isEqualTo(wave);
        assertThat(wave)
                .contains("{\"sku\":\"SACH-01\",\"name\":\"Sách Dế Mèn phiêu lưu ký\",\"quantity\":4,\"orders\":2}");
        assertThat(text(seller.download(field(wave, "pickListUrl")).body())).contains("SACH-01", "TRA-SEN", "2 đơn");
        assertThat(text(seller.download(field(wave, "labelsUrl")).body())).contains("CG-8", "CG-9");
        assertThat(text(seller.download(field(wave, "manifestUrl")).body()))
                .contains("CG-8", "CG-9")
                .doesNotContain("Đào");
    }

    private Order placed(String id, String externalId) {
        return house.order(HouseForTest.SELLER, id, externalId, PaymentKind.MARKETPLACE, HouseForTest.NINE);
    }

    private static String field(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        assertThat(matcher.find()).as(json).isTrue();
        return matcher.group(1);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
