package io.giaovan.paymentgateway.api.key;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.BearerKey;
import io.giaovan.paymentgateway.api.ApiFilter;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.ApiVersions;
import io.giaovan.paymentgateway.api.key.ApiKey.Scope;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Lets merchants in by their key. */
@ServerFilter("/v1/**")
final class KeyFilter {
    private static final int HEADER_LENGTH_MAX = 600;

    private final ApiKeys keys;
    private final ApiSettings settings;

    KeyFilter(ApiKeys keys, ApiSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void admit(HttpRequest<?> request) {
        ApiKey key = keyOf(request)
                .flatMap(keys::find)
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.UNAUTHENTICATED,
                        "Invalid API Key provided. Send it as 'Authorization: Bearer sk_…'"));
        if (key.scope() == Scope.READ && request.getMethod() != HttpMethod.GET) {
            throw new ProblemException(
                    ErrorCode.FORBIDDEN, "The key ending with " + key.hint() + " may only look, not change");
        }
        if (request.getHeaders().contains("Stripe-Account")) {
            throw new ProblemException(
                    ErrorCode.FORBIDDEN, "Stripe-Account: the key has no connected merchants to act for");
        }
        try {
            String version = ApiVersions.chosen(request.getHeaders().get("Stripe-Version"), settings.version());
            ApiFilter.admit(request, key.merchantId(), version);
        } catch (ApiRefusal malformed) {
            throw ProblemException.invalid("Stripe-Version", "", String.valueOf(malformed.getMessage()));
        }
    }

    /** The key as bearer, or as the user of basic authentication. */
    private static Optional<String> keyOf(HttpRequest<?> request) {
        String header = request.getHeaders().get("Authorization");
        if (header == null || header.length() > HEADER_LENGTH_MAX || !header.startsWith("Basic ")) {
            return BearerKey.find(request);
        }
        try {
            String pair = new String(
                    Base64.getDecoder()
                            .decode(header.substring("Basic ".length()).strip()),
                    StandardCharsets.UTF_8);
            return Optional.of(pair.split(":", 2)[0]);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
