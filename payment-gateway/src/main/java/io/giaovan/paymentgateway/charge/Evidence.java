package io.giaovan.paymentgateway.charge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What allowed a capture.
 *
 * @param proofId the proof of delivery, or {@code api} for a capture without one
 * @param takenAt when it was taken
 * @param courierId who holds the cash, or null
 */
public record Evidence(
        String proofId, Instant takenAt, @Nullable String courierId) {
    public static final String BY_API = "api";
}
