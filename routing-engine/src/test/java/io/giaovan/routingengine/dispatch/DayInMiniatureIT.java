package io.giaovan.routingengine.dispatch;

import static io.giaovan.routingengine.dispatch.TestDay.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.delivery.DeliveryEvent;
import io.giaovan.contracts.delivery.DeliveryStatus;
import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.money.Money;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One day from request to return, over HTTP. */
class DayInMiniatureIT {
    private final TestEngine engine = new TestEngine();
    private final TestDay day = new TestDay(engine).withDepot().withCourier(1, "08:00", "20:00");

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void parcelsAreBroughtOrComeBackAndTheMoneyIsCounted() {
        ok(day.request("GV-A", 10.775, 106.70, "08:00", "11:00", 250_000));
        ok(day.request("GV-B", 10.765, 106.68, "08:00", "11:00", 0));
        ok(day.request("GV-C", 10.780, 106.69, "14:00", "17:00", 0));
        day.planAndRelease("k1");
        assertThat(view("GV-A").text("/status")).isEqualTo("PLANNED");
        assertThat(view("GV-A").body().has("expected")).isTrue();

        engine.moveTo("08:00");
        String token = day.signIn(1);
        ok(day.courier(token, "/shift/start", "{}"));
        TestEngine.Reply route = day.route(token);
        assertThat(route.body().at("/stops")).hasSize(3);
        assertThat(route.text("/stops/0/maskedPhone")).contains("•").doesNotContain("912345");
        ok(day.courier(token, "/route/depart", "{}"));
        assertThat(view("GV-B").text("/status")).isEqualTo("OUT_FOR_DELIVERY");

        bring(token, stop(token, "GV-A"), "GV-A", ",'cash':{'amount':250000,'currency':'VND'}");
        fail(token, stop(token, "GV-B"));
        engine.moveTo("17:30");
        bring(token, stop(token, "GV-C"), "GV-C", "");

        TestEngine.Reply ended = day.courier(token, "/shift/end", "{}");
        assertThat(ended.body().at("/cashToHandOver/amount").asLong()).isEqualTo(250_000);
        assertThat(ended.text("/parcelsToReturn/0")).isEqualTo("GV-B");
        TestEngine.Reply counted = engine.send(
                "POST",
                "/dispatch/v1/shifts/" + ended.text("/shiftId") + "/cash-count",
                TestEngine.DISPATCHER_KEY,
                "count-1",
                "{'counted':{'amount':250000,'currency':'VND'}}");
        ok(counted);
        TestEngine.Reply returned = engine.dispatcher("/dispatch/v1/depots/d1/returns", "{}");
        assertThat(returned.text("/requestedAgain/0")).isEqualTo("GV-B");

        engine.awaitQuiet();
        assertThat(statuses("GV-A"))
                .containsExactly(
                        DeliveryStatus.REQUESTED,
                        DeliveryStatus.PLANNED,
                        DeliveryStatus.OUT_FOR_DELIVERY,
                        DeliveryStatus.ARRIVED,
                        DeliveryStatus.DELIVERED);
        DeliveryEvent delivered = events("GV-A").getLast();
        assertThat(delivered.cashCollected()).isEqualTo(Money.vnd(250_000));
        assertThat(delivered.courierId()).isEqualTo("c1");
        assertThat(delivered.late()).isFalse();
        assertThat(delivered.proof()).isNotNull();
        assertThat(delivered.proof().kind()).isEqualTo(ProofKind.CODE);
        assertThat(events("GV-B").stream()
                        .filter(event -> event.status() == DeliveryStatus.ATTEMPT_FAILED)
                        .toList())
                .singleElement()
                .satisfies(failed -> assertThat(failed.failure()).isEqualTo(FailureReason.NOT_HOME));
        assertThat(statuses("GV-B")).endsWith(DeliveryStatus.ATTEMPT_FAILED, DeliveryStatus.REQUESTED);
        assertThat(events("GV-C").getLast().late())
                .as("served half an hour after its window")
                .isTrue();
        assertThat(engine.bean(HeardShifts.class).all())
                .singleElement()
                .satisfies(shift -> assertThat(shift.counted()).isEqualTo(Money.vnd(250_000)));
        assertThat(engine.bean(HeardEvents.class).all().stream()
                        .filter(event -> event.subject().equals("GV-A"))
                        .map(event -> event.sequence())
                        .toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void afterTheLastAttemptTheParcelGoesBackToTheSeller() {
        ok(day.request("GV-R", 10.775, 106.70, "08:00", "11:00", 0));
        for (int attempt = 1; attempt <= 2; attempt++) {
            day.planAndRelease("attempt-" + attempt);
            engine.moveTo(attempt == 1 ? "08:00" : "12:00");
            String token = day.signIn(1);
            ok(day.courier(token, "/shift/start", "{}"));
            ok(day.courier(token, "/route/depart", "{}"));
            fail(token, stop(token, "GV-R"));
            ok(day.courier(token, "/shift/end", "{}"));
            ok(engine.dispatcher("/dispatch/v1/depots/d1/returns", "{}"));
            engine.awaitQuiet();
            assertThat(view("GV-R").text("/status")).isEqualTo(attempt == 1 ? "REQUESTED" : "RETURNED");
            if (attempt == 1) {
                ok(day.courier(token, "/shift/start", "{}"));
            }
        }
        assertThat(statuses("GV-R")).endsWith(DeliveryStatus.RETURNING, DeliveryStatus.RETURNED);
    }

    @Test
    void aShiftThatEndsEarlyLeavesNothingInTheAir() {
        ok(day.request("GV-X", 10.775, 106.70, "08:00", "11:00", 0));
        ok(day.request("GV-Y", 10.765, 106.68, "08:00", "11:00", 0));
        day.planAndRelease("k1");
        engine.moveTo("08:00");
        String token = day.signIn(1);
        ok(day.courier(token, "/shift/start", "{}"));
        ok(day.courier(token, "/route/depart", "{}"));

        TestEngine.Reply ended = day.courier(token, "/shift/end", "{}");

        assertThat(ended.body().at("/parcelsToReturn")).hasSize(2);
        assertThat(day.courier(token, "/shift/end", "{}").body()).isEqualTo(ended.body());
        assertThat(view("GV-X").text("/status")).isEqualTo("ATTEMPT_FAILED");
    }

    @Test
    void aWithdrawnParcelIsLeftBehindAndNobodyGoesThere() {
        ok(day.request("GV-1", 10.775, 106.70, "08:00", "11:00", 0));
        ok(day.request("GV-2", 10.765, 106.68, "08:00", "11:00", 0));
        day.planAndRelease("k1");
        ok(engine.house("/internal/last-mile/cancel", "{'merchantId':{'value':'m1'},'id':{'value':'GV-1'}}"));
        engine.moveTo("08:00");
        String token = day.signIn(1);
        ok(day.courier(token, "/shift/start", "{}"));

        ok(day.courier(token, "/route/depart", "{}"));

        assertThat(day.route(token).body().at("/stops")).hasSize(1);
        assertThat(day.route(token).text("/stops/0/deliveryId")).isEqualTo("GV-2");
        TestEngine.Reply tooLate =
                engine.house("/internal/last-mile/cancel", "{'merchantId':{'value':'m1'},'id':{'value':'GV-2'}}");
        assertThat(tooLate.text("/code")).isEqualTo("OUT_OF_SEQUENCE");
    }

    @Test
    void aSecondWaveGoesBehindTheRouteUnderWay() {
        ok(day.request("GV-1", 10.775, 106.70, "08:00", "11:00", 0));
        day.planAndRelease("wave-1");
        engine.moveTo("08:00");
        String token = day.signIn(1);
        ok(day.courier(token, "/shift/start", "{}"));
        ok(day.courier(token, "/route/depart", "{}"));
        ok(day.request("GV-2", 10.765, 106.68, "14:00", "17:00", 0));

        day.planAndRelease("wave-2");

        assertThat(day.route(token).text("/routeId")).isEqualTo("c1.2026-11-24.1");
        bring(token, stop(token, "GV-1"), "GV-1", "");
        assertThat(day.route(token).text("/routeId")).isEqualTo("c1.2026-11-24.2");
        assertThat(day.route(token).text("/stops/0/deliveryId")).isEqualTo("GV-2");
    }

    @Test
    void cashThatWasNotCountedYetCountsAgainstTheCouriersLimit() {
        ok(day.request("GV-1", 10.775, 106.70, "08:00", "11:00", 4_000_000));
        day.planAndRelease("wave-1");
        engine.moveTo("08:00");
        String token = day.signIn(1);
        ok(day.courier(token, "/shift/start", "{}"));
        ok(day.courier(token, "/route/depart", "{}"));
        ok(day.request("GV-2", 10.765, 106.68, "14:00", "17:00", 2_000_000));

        assertThat(day.plan("while-out").body().at("/unplanned")).hasSize(1);
        bring(token, stop(token, "GV-1"), "GV-1", ",'cash':{'amount':4000000,'currency':'VND'}");
        assertThat(day.plan("cash-in-hand").body().at("/unplanned/0/reason").asText())
                .contains("CASH");
        TestEngine.Reply ended = day.courier(token, "/shift/end", "{}");
        engine.moveTo("09:00");
        ok(day.courier(token, "/shift/start", "{}"));
        assertThat(day.plan("not-counted").body().at("/unplanned")).hasSize(1);
        ok(engine.send(
                "POST",
                "/dispatch/v1/shifts/" + ended.text("/shiftId") + "/cash-count",
                TestEngine.DISPATCHER_KEY,
                "count-1",
                "{'counted':{'amount':4000000,'currency':'VND'}}"));

        assertThat(day.plan("counted").body().at("/unplanned")).isEmpty();
    }

    private void bring(String token, String stopId, String code, String cash) {
        ok(day.courier(token, "/stops/" + stopId + "/arrive", "{}"));
        ok(day.courier(
                token,
                "/stops/" + stopId + "/deliver",
                "{'scannedCode':'" + code + "','proof':{'kind':'CODE','content':'4711'}" + cash + "}"));
    }

    private void fail(String token, String stopId) {
        ok(day.courier(token, "/stops/" + stopId + "/arrive", "{}"));
        ok(day.courier(token, "/stops/" + stopId + "/fail", "{'reason':'NOT_HOME','note':'gọi hai lần'}"));
    }

    private String stop(String token, String deliveryId) {
        for (var stop : day.route(token).body().at("/stops")) {
            if (stop.at("/deliveryId").asText().equals(deliveryId)) {
                return stop.at("/stopId").asText();
            }
        }
        throw new AssertionError(deliveryId + " is not on the route");
    }

    private TestEngine.Reply view(String id) {
        return engine.house("/internal/last-mile/find", "{'merchantId':{'value':'m1'},'id':{'value':'" + id + "'}}");
    }

    private List<DeliveryEvent> events(String id) {
        return engine.bean(HeardEvents.class).of(id);
    }

    private List<DeliveryStatus> statuses(String id) {
        return events(id).stream().map(DeliveryEvent::status).toList();
    }
}
