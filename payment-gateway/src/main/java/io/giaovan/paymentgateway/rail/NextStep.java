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
    /** The type of a step that is taken at an address elsewhere, and the name of that address among the facts. */
    public static final String REDIRECT = "redirect_to_url";

    public static final String URL = "url";

    public NextStep {
        facts = Map.copyOf(facts);
    }
}
