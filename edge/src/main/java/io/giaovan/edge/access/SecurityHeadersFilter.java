package io.giaovan.edge.access;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Headers that keep browsers careful. Pages run only our own scripts and never inside another site's frame. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SecurityHeadersFilter {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
                    + " worker-src 'self' blob:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    @ResponseFilter
    void harden(MutableHttpResponse<?> response) {
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Referrer-Policy", "same-origin");
        response.header("Content-Security-Policy", POLICY);
    }
}
