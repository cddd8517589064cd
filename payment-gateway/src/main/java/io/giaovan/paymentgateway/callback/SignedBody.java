package io.giaovan.paymentgateway.callback;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Checks a signature over time and raw body before anything is read from it. */
final class SignedBody {
    static final Duration WINDOW = Duration.ofMinutes(5);

    private SignedBody() {}

    /**
     * Fails with SIGNATURE_INVALID unless {@code signature} is the hex HMAC-SHA256 of {@code timestamp.body} and the
     * time lies within {@link #WINDOW} of now.
     */
    static void check(String secret, @Nullable String signature, @Nullable String timestamp, byte[] body, Clock wall) {
        if (signature == null || timestamp == null || !timestamp.matches("[0-9]{1,12}")) {
            throw new ProblemException(ErrorCode.SIGNATURE_INVALID, "The signature or its time is missing");
        }
        byte[] prefix = (timestamp + ".").getBytes(StandardCharsets.UTF_8);
        byte[] signed = java.util.Arrays.copyOf(prefix, prefix.length + body.length);
        System.arraycopy(body, 0, signed, prefix.length, body.length);
        if (!Secrets.same(HexFormat.of().formatHex(Secrets.hmacSha256(secret, signed)), signature)) {
            throw new ProblemException(ErrorCode.SIGNATURE_INVALID, "The signature does not match the body");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), wall.instant())
                .abs();
        if (age.compareTo(WINDOW) > 0) {
            throw new ProblemException(
                    ErrorCode.SIGNATURE_INVALID, "The signature is " + age + " away from now, allowed is " + WINDOW);
        }
    }
}
