package io.giaovan.routingengine.dispatch.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.store.document.TestMongo;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromptCourierTrailTest {
    private static final Instant EIGHT = Instant.parse("2026-11-24T01:00:00Z");
    private static final CourierId ONE = new CourierId("one");
    private static final CourierId OTHER = new CourierId("other");

    private final TestMongo mongo = TestMongo.start();
    private final MongoCourierTrail stored = new MongoCourierTrail(mongo.database());
    private final PromptCourierTrail trail = new PromptCourierTrail(stored);

    @AfterEach
    void stop() {
        mongo.close();
    }

    @Test
    void theLastPositionIsKnownAtOnceAndAllOfAllCouriersAreStoredTogetherOnce() {
        trail.add(ONE, List.of(position(2), position(1)));
        trail.add(OTHER, List.of(position(5)));
        trail.add(ONE, List.of(position(2)));

        assertThat(trail.findLast(ONE)).contains(position(2));
        assertThat(count()).isZero();

        trail.storeWaiting();

        assertThat(count()).isEqualTo(3);
        assertThat(stored.findLast(ONE)).contains(position(2));
        assertThat(trail.findLast(OTHER)).contains(position(5));
    }

    @Test
    void whatAnotherProcessStoredLaterIsTheLast() {
        trail.add(ONE, List.of(position(1)));
        stored.add(ONE, List.of(position(9)));

        assertThat(trail.findLast(ONE)).contains(position(9));
        trail.storeWaiting();
        assertThat(trail.findLast(ONE)).contains(position(9));
    }

    @Test
    void upToTheLimitPositionsWaitAndBeyondItTheCallerStoresThem() {
        trail.add(ONE, positions(0, PromptCourierTrail.WAITING_MAX));
        assertThat(count()).isZero();

        trail.add(OTHER, List.of(position(1)));

        assertThat(count()).isEqualTo(PromptCourierTrail.WAITING_MAX + 1L);
    }

    @Test
    void whileTheStoreIsAwayPositionsWait() {
        TestMongo away = TestMongo.start();
        PromptCourierTrail waiting = new PromptCourierTrail(new MongoCourierTrail(away.database()));
        waiting.add(ONE, List.of(position(1)));
        away.close();

        waiting.storeWaiting();

        assertThat(waiting.waitingCount()).isEqualTo(1);
    }

    @Test
    void nothingWaitsWhenTheProcessStops() {
        trail.add(ONE, List.of(position(1)));

        trail.stop();

        assertThat(count()).isEqualTo(1);
        assertThat(trail.waitingCount()).isZero();
    }

    private long count() {
        return mongo.database().getCollection("courier_positions").countDocuments();
    }

    private static List<CourierTrail.Position> positions(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(PromptCourierTrailTest::position)
                .toList();
    }

    private static CourierTrail.Position position(int second) {
        return new CourierTrail.Position(new GeoPoint(10.77, 106.69), EIGHT.plusSeconds(second), null);
    }
}
