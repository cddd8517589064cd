package io.giaovan.paymentgateway.rail;

import java.time.Instant;
import java.util.Map;

/**
 * What the buyer has to do.
 *
 * @param type for instance {@code vietqr_display_qr_code}
 * @param facts what the buyer's screen needs, by name; no personal data
 * @param expiresAt until when
 */
public record NextStep(String type, Map<String, String> facts, Instant expiresAt) {
    public NextStep {
        facts = Map.copyOf(facts);
    }
}
