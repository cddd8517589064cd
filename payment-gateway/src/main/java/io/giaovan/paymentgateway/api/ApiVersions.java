package io.giaovan.paymentgateway.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Versions are accepted and echoed. Objects are made as the newest version we know, and shown to older ones by {@link
 * VersionShapes}; a client library reads the typed object of an event only when the event carries the library's own
 * version, so events carry their reader's.
 */
public final class ApiVersions {
    static final String PATTERN = "20[0-9]{2}-[0-9]{2}-[0-9]{2}(\\.[a-z]{1,40})?";
    private static final Pattern FORM = Pattern.compile(PATTERN);

    private ApiVersions() {}

    /** The version that a request asks for. */
    public static String chosen(@Nullable String header, String otherwise) {
        if (header == null || header.isBlank()) {
            return otherwise;
        }
        String version = header.split(";", 2)[0].strip();
        if (!FORM.matcher(version).matches()) {
            throw ApiRefusal.invalid(
                    "Stripe-Version", "Invalid Stripe API version: it must look like 2026-10-28.endive");
        }
        return version;
    }
}
