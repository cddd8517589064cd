package io.giaovan.routingengine.promise;

import static io.giaovan.routingengine.dispatch.TestDay.ok;
import static io.giaovan.routingengine.dispatch.TestDay.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.routingengine.dispatch.TestDay;
import io.giaovan.routingengine.dispatch.TestEngine;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotPromiseIT {
    private static final String MORNING_SLOT = "d1.2026-11-24.0800-1100";

    private final TestEngine engine = new TestEngine();
    private final TestDay day = new TestDay(engine).withDepot();

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void slotsAreThreeHoursLongAndEndWithTheCouriersShift() {
        day.withCourier(1, "08:00", "14:00");

        TestEngine.Reply offers = offers(10.775, 106.70);

        assertThat(slots(offers))
                .startsWith("d1.2026-11-24.0800-1100", "d1.2026-11-24.1100-1400", "d1.2026-11-25.0800-1100")
                .hasSize(6);
        assertThat(offers.body().at("/0/marginalCost/amount").asLong()).isPositive();
    }

    @Test
    void ofThirtyTwoBuyersOfTheLastPlaceExactlyOneGetsIt() throws Exception {
        day.withCourier(1, "08:00", "11:00", 1_500);
        List<Callable<TestEngine.Reply>> buyers = IntStream.range(0, 32)
                .<Callable<TestEngine.Reply>>mapToObj(buyer -> () -> hold("h" + buyer, 10.775, 106.70))
                .toList();

        List<TestEngine.Reply> replies;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            replies = threads.invokeAll(buyers).stream()
                    .map(reply -> reply.resultNow())
                    .toList();
        }

        // Four trips of one parcel each fit into the shift, as the plan shows; no fifth was sold.
        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(4);
        assertThat(replies.stream().filter(reply -> reply.status() != 200))
                .allSatisfy(reply -> assertThat(reply.text("/code")).isEqualTo("NO_SLOT"));
        assertThat(slots(offers(10.775, 106.70))).doesNotContain(MORNING_SLOT);
    }

    @Test
    void twoEnginesOnOneStoreNeverSellAPlaceTwice() throws Exception {
        day.withCourier(1, "08:00", "11:00", 1_500);
        try (TestEngine other = new TestEngine(
                        "giaovan.store.uri",
                        engine.mongo().uri(),
                        "giaovan.store.database",
                        engine.mongo().databaseName());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<TestEngine.Reply>> buyers = IntStream.range(0, 24)
                    .<Callable<TestEngine.Reply>>mapToObj(buyer -> () -> (buyer % 2 == 0 ? engine : other)
                            .house("/internal/last-mile/hold", holdBody("h" + buyer, 10.775, 106.70)))
                    .toList();

            long sold = threads.invokeAll(buyers).stream()
                    .filter(reply -> reply.resultNow().status() == 200)
                    .count();

            assertThat(sold).isEqualTo(4);
        }
    }

    @Test
    void aHoldLapsesByItselfAndItsPlaceIsFreeAgain() {
        day.withCourier(1, "08:00", "11:00", 1_500);
        IntStream.range(0, 4).forEach(i -> ok(hold("h" + i, 10.775, 106.70)));
        assertThat(hold("late", 10.775, 106.70).text("/code")).isEqualTo("NO_SLOT");

        engine.moveTo("07:16");

        assertThat(house("confirm", "{'holdId':{'value':'h0'}}").text("/code")).isEqualTo("HOLD_EXPIRED");
        ok(hold("late", 10.775, 106.70));
    }

    @Test
    void aConfirmedHoldStaysAndAReleasedOneDoesNot() {
        day.withCourier(1, "08:00", "11:00", 1_500);
        IntStream.range(0, 4).forEach(i -> ok(hold("h" + i, 10.775, 106.70)));
        ok(house("confirm", "{'holdId':{'value':'h0'}}"));
        ok(house("confirm", "{'holdId':{'value':'h0'}}"));
        ok(house("release", "{'holdId':{'value':'h1'}}"));
        ok(house("release", "{'holdId':{'value':'h1'}}"));
        ok(house("release", "{'holdId':{'value':'never-held'}}"));

        ok(hold("h4", 10.775, 106.70));
        assertThat(hold("h5", 10.775, 106.70).text("/code")).isEqualTo("NO_SLOT");
        engine.moveTo("07:20");

        ok(house("confirm", "{'holdId':{'value':'h0'}}"));
        assertThat(house("confirm", "{'holdId':{'value':'h1'}}").text("/code")).isEqualTo("HOLD_EXPIRED");
        assertThat(house("confirm", "{'holdId':{'value':'h9'}}").text("/code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void holdingTwiceIsOneHold() {
        day.withCourier(1, "08:00", "11:00", 1_500);

        TestEngine.Reply first = hold("h1", 10.775, 106.70);
        TestEngine.Reply second = hold("h1", 10.775, 106.70);

        assertThat(second.body()).isEqualTo(first.body());
        IntStream.range(2, 5).forEach(i -> ok(hold("h" + i, 10.775, 106.70)));
    }

    @Test
    void theParcelTakesThePlaceOfItsHold() {
        day.withCourier(1, "08:00", "11:00", 1_500);
        IntStream.range(0, 4).forEach(i -> ok(hold("h" + i, 10.775, 106.70)));
        String request = TestDay.deliveryRequest("GV-1", 10.775, 106.70, "08:00", "11:00", 0);

        ok(house("request", "{'request':" + request.substring(0, request.length() - 1) + ",'hold':{'value':'h0'}}}"));

        engine.moveTo("07:20");
        IntStream.range(10, 13).forEach(i -> ok(hold("h" + i, 10.775, 106.70)));
        assertThat(hold("h13", 10.775, 106.70).text("/code")).isEqualTo("NO_SLOT");
    }

    @Test
    void placesBeyondTheMapOrTheRoadsAreNamed() {
        day.withCourier(1, "08:00", "20:00");

        assertThat(offers(21.03, 105.85).text("/code")).isEqualTo("OUTSIDE_MAP");
        assertThat(offers(10.84, 106.70).text("/code")).isEqualTo("UNREACHABLE");
        assertThat(offers(10.77, 106.75).text("/code")).isEqualTo("UNREACHABLE");
        String noPoint =
                "{'query':{'depot':'d1','address':{'line':'STREET','ward':'','province':'HCM','country':'VN'},'load':{'grams':1000,'cubicCentimetres':1,'pieces':1},'readyAt':'2026-11-23T23:00:00Z'}}";
        assertThat(house("offer-slots", noPoint.replace("STREET", "5 Lê Lợi")).status())
                .isEqualTo(200);
        assertThat(house("offer-slots", noPoint.replace("STREET", "5 Nowhere")).text("/code"))
                .isEqualTo("OUTSIDE_MAP");
    }

    private TestEngine.Reply offers(double lat, double lon) {
        return house("offer-slots", "{'query':" + query(lat, lon, 1_000) + "}");
    }

    private TestEngine.Reply hold(String id, double lat, double lon) {
        return house("hold", holdBody(id, lat, lon));
    }

    private static String holdBody(String id, double lat, double lon) {
        return "{'query':" + query(lat, lon, 1_000) + ",'slotId':'" + MORNING_SLOT + "','holdId':{'value':'" + id
                + "'},'timeToLive':'PT15M'}";
    }

    private TestEngine.Reply house(String call, String body) {
        return engine.house("/internal/last-mile/" + call, body);
    }

    private static List<String> slots(TestEngine.Reply offers) {
        return StreamSupport.stream(offers.body().spliterator(), false)
                .map(offer -> offer.at("/slotId").asText())
                .toList();
    }
}
