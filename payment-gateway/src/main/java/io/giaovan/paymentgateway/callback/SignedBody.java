package io.giaovan.paymentgateway.callback;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Checks a signature over time and body before anything is done with it. */
final class SignedBody {
    static final Duration WINDOW = Duration.ofMinutes(5);

    private SignedBody() {}

    /**
     * Fails with SIGNATURE_INVALID unless {@code signature} is what {@code expected} makes of the time, and the time lies
     * within {@link #WINDOW} of now.
     */
    static void check(
            @Nullable String signature, @Nullable String timestamp, UnaryOperator<String> expected, Clock wall) {
        if (signature == null || timestamp == null || !timestamp.matches("[0-9]{1,12}")) {
            throw new ProblemException(ErrorCode.SIGNATURE_INVALID, "The signature or its time is missing");
        }
        check(signature, expected.apply(timestamp));
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), wall.instant())
                .abs();
        if (age.compareTo(WINDOW) > 0) {
            throw new ProblemException(
                    ErrorCode.SIGNATURE_INVALID, "The signature is " + age + " away from now, allowed is " + WINDOW);
        }
    }

    /** Fails with SIGNATURE_INVALID unless the two are the same. */
    static void check(String signature, String expected) {
        if (!Secrets.same(expected, signature)) {
            throw new ProblemException(ErrorCode.SIGNATURE_INVALID, "The signature does not match the body");
        }
    }
}
