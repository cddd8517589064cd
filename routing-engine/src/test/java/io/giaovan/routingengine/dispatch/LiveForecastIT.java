package io.giaovan.routingengine.dispatch;

import static io.giaovan.routingengine.dispatch.TestDay.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.delivery.DeliveryStatus;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveForecastIT {
    private final TestEngine engine = new TestEngine();
    private final TestDay day = new TestDay(engine).withDepot().withCourier(1, "08:00", "20:00");

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void aCourierWhoHangsBackMovesTheStopsAheadAndTellsThemOnce() {
        ok(day.request("GV-1", 10.775, 106.70, "08:00", "11:00", 0));
        ok(day.request("GV-2", 10.780, 106.71, "08:00", "11:00", 0));
        day.planAndRelease("k1");
        engine.moveTo("08:00");
        String token = day.signIn(1);
        ok(day.courier(token, "/shift/start", "{}"));
        ok(day.courier(token, "/route/depart", "{}"));

        engine.moveTo("10:58");

        String second = day.route(token).text("/stops/1/deliveryId");
        TestEngine.Reply view = engine.house(
                "/internal/last-mile/find", "{'merchantId':{'value':'m1'},'id':{'value':'" + second + "'}}");
        assertThat(Instant.parse(view.text("/expected/end"))).isAfter(engine.now());
        assertThat(day.get("/dispatch/v1/depots/d1/board")
                        .body()
                        .at("/routes/0/late")
                        .asInt())
                .isPositive();
        ok(day.courier(token, "/stops/c1.2026-11-24.1.1/arrive", "{}"));
        engine.awaitQuiet();
        var told = engine.bean(HeardEvents.class).of(second);
        assertThat(told.getLast().status()).isEqualTo(DeliveryStatus.OUT_FOR_DELIVERY);
        assertThat(told.getLast().late()).isTrue();
        assertThat(told.getLast().stopsBefore()).isEqualTo(1);
        int heard = told.size();

        ok(day.courier(token, "/stops/c1.2026-11-24.1.1/arrive", "{}"));

        engine.awaitQuiet();
        assertThat(engine.bean(HeardEvents.class).of(second)).hasSize(heard);
    }
}
