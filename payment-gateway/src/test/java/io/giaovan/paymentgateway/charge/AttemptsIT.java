package io.giaovan.paymentgateway.charge;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.paymentgateway.TestGateway;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AttemptsIT {
    private static TestGateway gateway;

    private final Attempts attempts = gateway.bean(Attempts.class);

    @BeforeAll
    static void start() {
        gateway = TestGateway.start(Map.of("giaovan.charges.claim", "PT2S"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void nobodyTakesAnAttemptOverThatIsAboutToBeMadeOrUnderWay() {
        Attempt attempt = attempts.first("a_1");
        assertThat(attempts.mayTakeOver(attempt)).isFalse();

        assertThat(attempts.begin(attempt)).isTrue();
        assertThat(attempts.begin(attempt)).isFalse();
        assertThat(attempts.mayTakeOver(attempt)).isFalse();

        attempts.end(attempt);
        assertThat(attempts.mayTakeOver(attempt)).isTrue();
    }

    @Test
    void oneThatWasNeverMadeIsTakenOverAfterItsTime() {
        Attempt attempt = attempts.first("b_1");
        assertThat(attempts.mayTakeOver(attempt)).isFalse();

        TestGateway.await(() -> attempts.mayTakeOver(attempt), () -> "b_1 may be taken over");
        Attempt claimed = attempts.claim(attempt);

        assertThat(claimed.asked()).isEqualTo(1);
        assertThat(attempts.begin(claimed)).isTrue();
        attempts.end(claimed);
    }
}
