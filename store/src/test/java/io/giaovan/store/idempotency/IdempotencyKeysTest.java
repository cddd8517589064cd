package io.giaovan.store.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.store.document.StoreSettings;
import io.giaovan.store.document.TestMongo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {
    private final TestMongo mongo = TestMongo.start();
    private final Instant start = Instant.parse("2026-11-24T05:00:00Z");
    private final IdempotencyKeys keys = keysAt(start);

    @AfterEach
    void stop() {
        mongo.close();
    }

    @Test
    void theSecondRequestGetsTheFirstAnswer() {
        keys.claim("shop", "k1", "f");
        keys.answered("shop", "k1", new Answer(201, "{}"));

        Claim second = keys.claim("shop", "k1", "f");

        assertThat(second).isEqualTo(new Claim.Replay(new Answer(201, "{}")));
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        keys.claim("shop", "k1", "f");

        assertThat(keys.claim("shop", "k1", "g")).isInstanceOf(Claim.OtherRequest.class);
        assertThat(keys.claim("other-shop", "k1", "g")).isInstanceOf(Claim.Run.class);
    }

    @Test
    void ofSixteenAtOnceExactlyOneRuns() throws Exception {
        List<Callable<Claim>> claims = IntStream.range(0, 16)
                .<Callable<Claim>>mapToObj(_ -> () -> keys.claim("shop", "k1", "f"))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long runs = threads.invokeAll(claims).stream()
                    .filter(claim -> claim.resultNow() instanceof Claim.Run)
                    .count();

            assertThat(runs).isEqualTo(1);
        }
    }

    @Test
    void theClaimOfADeadProcessIsTakenOverAfterAMinute() {
        keys.claim("shop", "k1", "f");

        assertThat(keysAt(start.plusSeconds(59)).claim("shop", "k1", "f")).isInstanceOf(Claim.InFlight.class);
        assertThat(keysAt(start.plusSeconds(61)).claim("shop", "k1", "f")).isEqualTo(new Claim.Run(true));
    }

    @Test
    void whatTheOnlyProcessBeganBeforeItDiedIsTakenOverAtOnceByOne() {
        keys.claim("shop", "k1", "f");
        keys.claim("shop", "k2", "f");
        keys.answered("shop", "k2", new Answer(200, "{}"));

        IdempotencyKeys next = new IdempotencyKeys(
                mongo.database(),
                new StoreSettings(mongo.uri(), mongo.databaseName(), true),
                Clock.fixed(start, ZoneOffset.UTC));

        assertThat(next.claim("shop", "k1", "g")).isInstanceOf(Claim.OtherRequest.class);
        assertThat(next.claim("shop", "k1", "f")).isEqualTo(new Claim.Run(true));
        assertThat(next.claim("shop", "k1", "f")).isInstanceOf(Claim.InFlight.class);
        assertThat(next.claim("shop", "k2", "f")).isInstanceOf(Claim.Replay.class);
        assertThat(next.claim("shop", "k3", "f")).isEqualTo(new Claim.Run(false));
    }

    @Test
    void answersAreForgottenAfterThirtyOneDaysAndNotBefore() {
        keys.claim("shop", "k1", "f");
        keys.answered("shop", "k1", new Answer(200, "{}"));

        assertThat(keysAt(start.plus(IdempotencyKeys.KEPT)).prune()).isZero();
        assertThat(keysAt(start.plus(IdempotencyKeys.KEPT).plus(Duration.ofMillis(1)))
                        .prune())
                .isEqualTo(1);
    }

    private IdempotencyKeys keysAt(Instant instant) {
        return new IdempotencyKeys(
                mongo.database(),
                new StoreSettings(mongo.uri(), mongo.databaseName(), false),
                Clock.fixed(instant, ZoneOffset.UTC));
    }
}
