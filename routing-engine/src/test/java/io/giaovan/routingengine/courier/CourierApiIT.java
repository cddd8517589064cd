package io.giaovan.routingengine.courier;

import static io.giaovan.routingengine.dispatch.TestDay.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.delivery.DeliveryEvent;
import io.giaovan.contracts.delivery.DeliveryStatus;
import io.giaovan.contracts.delivery.KeptItem;
import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.money.Money;
import io.giaovan.routingengine.dispatch.HeardEvents;
import io.giaovan.routingengine.dispatch.TestDay;
import io.giaovan.routingengine.dispatch.TestEngine;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourierApiIT {
    private static final String STOP = "/stops/c1.2026-11-24.1.1";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3};
    /** Grams that the first courier's motorbike carries. */
    private static final int LIGHT = 1_000;

    private final TestEngine engine = new TestEngine();
    private final TestDay day = new TestDay(engine)
            .withDepot()
            .withCourier(1, "08:00", "20:00", LIGHT)
            .withCourier(2, "08:00", "20:00");
    private String token = "";

    @BeforeEach
    void driveOut() {
        ok(day.request("GV-1", 10.775, 106.70, "08:00", "11:00", 90_000));
        day.planAndRelease("k1");
        engine.moveTo("08:00");
        token = day.signIn(1);
        ok(day.courier(token, "/shift/start", "{}"));
        ok(day.courier(token, "/route/depart", "{}"));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void everyStepMayBeRepeatedAndIsToldOnce() {
        for (int time = 0; time < 2; time++) {
            ok(day.courier(token, "/route/depart", time == 0 ? "{}" : null));
            ok(day.courier(token, STOP + "/arrive", "{'point':{'lat':10.775,'lon':106.7}}"));
        }
        for (int time = 0; time < 2; time++) {
            TestEngine.Reply done = deliver("PHOTO", Base64.getEncoder().encodeToString(PNG), "GV-1", 90_000);
            assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
            assertThat(done.text("/status")).isEqualTo("DELIVERED");
        }

        engine.awaitQuiet();
        assertThat(engine.bean(HeardEvents.class).of("GV-1")).hasSize(5);
        assertThat(engine.bean(HeardEvents.class).of("GV-1").getLast().proof().takenNear())
                .isNotNull();
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndAnotherBodyIsRefused() {
        TestEngine.Reply first = keyed("{}");
        TestEngine.Reply second = keyed("{}");
        TestEngine.Reply other = keyed("{'point':{'lat':10.7,'lon':106.7}}");

        assertThat(second).isEqualTo(first);
        assertThat(other.text("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void anotherCouriersStopLooksAsIfItDidNotExist() {
        String other = day.signIn(2);
        ok(day.courier(other, "/shift/start", "{}"));

        assertThat(day.courier(other, STOP + "/arrive", "{}").status()).isEqualTo(404);
        assertThat(day.route(other).body().at("/stops")).isEmpty();
        assertThat(day.courier("nonsense", STOP + "/arrive", "{}").status()).isEqualTo(401);
    }

    @Test
    void theRightParcelAndTheRightCashAreNeeded() {
        ok(day.courier(token, STOP + "/arrive", "{}"));

        assertThat(deliver("CODE", "4711", "GV-2", 90_000).text("/errors/0/field"))
                .isEqualTo("scannedCode");
        TestEngine.Reply tooLittle = deliver("CODE", "4711", "GV-1", 80_000);
        assertThat(tooLittle.status()).isEqualTo(422);
        assertThat(tooLittle.text("/detail")).contains("80000", "90000");
        assertThat(day.route(token).text("/stops/0/status")).isEqualTo("ARRIVED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PHOTO|bm90IGEgcGljdHVyZQ==|neither a JPEG nor a PNG",
                "PHOTO|%%%|not base64",
                "SIGNATURE|<script>|not SVG path text",
                "CODE|123|4 to 12",
                "CODE|1234567890123|4 to 12",
            })
    void proofsThatProveNothingAreRefused(String kind, String content, String limit) {
        ok(day.courier(token, STOP + "/arrive", "{}"));

        TestEngine.Reply reply = deliver(kind, content, "GV-1", 90_000);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("/errors/0/field")).isEqualTo("proof.content");
        assertThat(reply.text("/detail")).contains(limit);
    }

    @Test
    void handingOverBeforeArrivingIsOutOfSequence() {
        assertThat(deliver("CODE", "4711", "GV-1", 90_000).text("/code")).isEqualTo("OUT_OF_SEQUENCE");
    }

    @Test
    void afterFiveWrongPinsThePhoneHasToWait() {
        String wrong = "{'phone':'" + TestDay.phone(1) + "','pin':'9999'}";
        for (int i = 0; i < 5; i++) {
            assertThat(engine.send("POST", "/courier/v1/sign-in", null, null, wrong)
                            .status())
                    .isEqualTo(401);
        }
        String right = wrong.replace("9999", "1234");

        assertThat(engine.send("POST", "/courier/v1/sign-in", null, null, right).status())
                .isEqualTo(429);
        engine.moveTo("08:16");
        assertThat(engine.send("POST", "/courier/v1/sign-in", null, null, right).status())
                .isEqualTo(200);
    }

    @Test
    void positionsAreKeptOnceAndShownOnTheBoard() {
        String batch =
                "{'positions':[{'lat':10.771,'lon':106.695,'at':'2026-11-24T00:59:00Z'},{'lat':10.772,'lon':106.696,'at':'2026-11-24T01:00:00Z','accuracyMetres':12.5}]}";
        ok(day.courier(token, "/positions", batch));
        ok(day.courier(token, "/positions", batch));

        TestEngine.Reply board = day.get("/dispatch/v1/depots/d1/board");
        assertThat(board.body().at("/routes/0/position/lat").asDouble()).isEqualTo(10.772);
        assertThat(board.text("/routes/0/status")).isEqualTo("UNDER_WAY");
        assertThat(board.body().toString()).doesNotContain("Hoa", "0912345678", "Nguyễn Huệ");
        engine.await(() ->
                engine.mongo().database().getCollection("courier_positions").countDocuments() == 2);
        assertThat(day.courier(token, "/positions", batch.replace("T01:00", "T09:00"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aParcelServedAfterItsWindowIsToldLate() {
        engine.moveTo("11:30");
        ok(day.courier(token, STOP + "/arrive", "{}"));
        ok(deliver("CODE", "4711", "GV-1", 90_000));

        engine.awaitQuiet();
        assertThat(engine.bean(HeardEvents.class).of("GV-1").getLast().late()).isTrue();
    }

    @Test
    void nothingIsKeptInPartWhereTheSellerDoesNotAllowIt() {
        ok(day.courier(token, STOP + "/arrive", "{}"));

        TestEngine.Reply refused = keep("[{'line':1,'quantity':1}]", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/detail")).contains("whole or not at all");
        assertThat(day.route(token).text("/stops/0/status")).isEqualTo("ARRIVED");
    }

    @Test
    void aPartIsHandedOverOnceAndTheRestComesBackToTheDepot() {
        String door = STOP.replace("c1.", "c2.");
        String second = driveOutWithAChoice();
        ok(day.courier(second, door + "/arrive", "{}"));
        assertThat(day.route(second).body().at("/stops/0/choice")).hasSize(2);

        String some = "[{'line':1,'quantity':1}]";
        TestEngine.Reply due = day.courier(second, door + "/due", "{'kept':" + some + "}");
        assertThat(due.body().at("/cashToCollect/amount").asLong()).isEqualTo(30_000 + 15_000 + 5_000);
        assertThat(keepAt(second, door, "[{'line':3,'quantity':1}]", "4711", null)
                        .text("/errors/0/field"))
                .isEqualTo("kept.line");
        assertThat(keepAt(second, door, "[{'line':1,'quantity':3}]", "4711", null)
                        .text("/errors/0/field"))
                .isEqualTo("kept.quantity");
        assertThat(keepAt(second, door, "[]", "4711", null).text("/detail")).contains("REFUSED");
        assertThat(keepAt(second, door, some, "4711", 90_000L).text("/detail")).contains("50000");

        for (int time = 0; time < 2; time++) {
            ok(keepAt(second, door, some, "4711", null));
        }
        TestEngine.Reply other = keepAt(second, door, "[{'line':1,'quantity':2}]", "4711", null);
        assertThat(other.text("/code")).isEqualTo("OUT_OF_SEQUENCE");
        assertThat(other.text("/detail")).contains("other items");
        assertThat(keepAt(second, door, some, "4712", null).text("/code")).isEqualTo("OUT_OF_SEQUENCE");

        TestEngine.Reply ended = day.courier(second, "/shift/end", "{}");
        assertThat(ended.body().at("/cashToHandOver/amount").asLong()).isEqualTo(50_000);
        assertThat(ended.body().at("/itemsToReturn")).hasSize(2);
        TestEngine.Reply back = engine.dispatcher("/dispatch/v1/depots/d1/returns", "{}");
        assertThat(back.text("/restReturned/0")).isEqualTo("GV-2");
        assertThat(engine.dispatcher("/dispatch/v1/depots/d1/returns", "{}")
                        .body()
                        .at("/restReturned"))
                .isEmpty();

        engine.awaitQuiet();
        List<DeliveryEvent> told = engine.bean(HeardEvents.class).of("GV-2");
        assertThat(told.stream().map(DeliveryEvent::status).toList())
                .endsWith(DeliveryStatus.PARTLY_DELIVERED, DeliveryStatus.REST_RETURNED);
        assertThat(told.getLast().proof().part())
                .isEqualTo(new PartAccepted(List.of(new KeptItem(1, 1), new KeptItem(2, 0)), Money.vnd(50_000)));
        assertThat(told.getLast().cashCollected()).isEqualTo(Money.vnd(50_000));
    }

    @Test
    void twoProofsAtOnceLeaveOne() throws Exception {
        String door = STOP.replace("c1.", "c2.");
        String second = driveOutWithAChoice();
        ok(day.courier(second, door + "/arrive", "{}"));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TestEngine.Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String kept = "[{'line':1,'quantity':" + (i % 2 + 1) + "}]";
                replies.add(threads.submit(() -> keepAt(second, door, kept, "4711", null)));
            }
            int fine = 0;
            for (Future<TestEngine.Reply> reply : replies) {
                fine += reply.get().status() == 200 ? 1 : 0;
            }
            assertThat(fine).isEqualTo(4);
        }
    }

    /** The second courier drives out with a parcel too heavy for the first, of which the buyer may keep a part. */
    private String driveOutWithAChoice() {
        String second = day.signIn(2);
        ok(day.courier(second, "/shift/start", "{}"));
        String request = TestDay.deliveryRequest("GV-2", 10.776, 106.701, "08:00", "12:00", 85_000)
                .replace("'grams':1000", "'grams':" + 2 * LIGHT);
        ok(engine.house(
                "/internal/last-mile/request",
                "{'request':" + request.substring(0, request.length() - 1)
                        + ",'choice':{'lines':[" + line("tea", 2, 30_000) + "," + line("cup", 1, 10_000)
                        + "],'deliveryFee':" + money(15_000) + ",'handBackFee':" + money(5_000) + "}}}"));
        engine.awaitQuiet();
        day.planAndRelease("k2");
        engine.moveTo("08:30");
        ok(day.courier(second, "/route/depart", "{}"));
        return second;
    }

    private static String line(String sku, int quantity, long price) {
        return "{'sku':'" + sku + "','name':'" + sku + "','quantity':" + quantity + ",'unitPrice':" + money(price)
                + "}";
    }

    private static String money(long amount) {
        return "{'amount':" + amount + ",'currency':'VND'}";
    }

    private TestEngine.Reply keep(String kept, @Nullable Long cash) {
        return keepAt(token, STOP, "GV-1", kept, "4711", cash);
    }

    private TestEngine.Reply keepAt(String who, String door, String kept, String proof, @Nullable Long cash) {
        return keepAt(who, door, "GV-2", kept, proof, cash);
    }

    private TestEngine.Reply keepAt(
            String who, String door, String code, String kept, String proof, @Nullable Long cash) {
        return day.courier(
                who,
                door + "/deliver",
                "{'scannedCode':'" + code + "','proof':{'kind':'CODE','content':'" + proof + "'},'kept':" + kept
                        + (cash == null ? "" : ",'cash':" + money(cash)) + "}");
    }

    private TestEngine.Reply keyed(String body) {
        return engine.send("POST", "/courier/v1" + STOP + "/arrive", token, "\"key-1\"", body);
    }

    private TestEngine.Reply deliver(String kind, String content, String code, long cash) {
        return day.courier(
                token,
                STOP + "/deliver",
                "{'scannedCode':'" + code + "','proof':{'kind':'" + kind + "','content':'" + content
                        + "'},'cash':{'amount':" + cash + ",'currency':'VND'}}");
    }
}
