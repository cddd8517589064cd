package io.giaovan.paymentgateway.api;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.BearerKey;
import io.giaovan.paymentgateway.api.ApiKey.Scope;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets merchants in by their key and labels every answer. Also turns requests into {@link ApiCall}s and {@link
 * ApiAnswer}s into responses, so that the controllers below {@code /v1} share one way.
 */
@ServerFilter("/v1/**")
public final class ApiFilter {
    private static final int REQUEST_ID_BYTES = 10;
    private static final int KEY_LENGTH_MAX = 300;
    private static final String CALLER = "giaovan.api.caller";
    private static final String VERSION = "giaovan.api.version";
    private static final String REQUEST_ID = "giaovan.api.request-id";

    private final ApiKeys keys;
    private final ApiSettings settings;
    private final SecureRandom random = new SecureRandom();

    ApiFilter(ApiKeys keys, ApiSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void admit(HttpRequest<?> request) {
        byte[] bytes = new byte[REQUEST_ID_BYTES];
        random.nextBytes(bytes);
        request.setAttribute(REQUEST_ID, "req_" + HexFormat.of().formatHex(bytes));
        request.setAttribute(VERSION, settings.version());
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
            request.setAttribute(
                    VERSION, ApiVersions.chosen(request.getHeaders().get("Stripe-Version"), settings.version()));
        } catch (ApiRefusal malformed) {
            throw ProblemException.invalid("Stripe-Version", "", String.valueOf(malformed.getMessage()));
        }
        request.setAttribute(CALLER, key.merchantId());
    }

    @ResponseFilter
    void label(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(REQUEST_ID, String.class).ifPresent(id -> response.header("Request-Id", id));
        request.getAttribute(VERSION, String.class).ifPresent(version -> response.header("Stripe-Version", version));
        String key = request.getHeaders().get("Idempotency-Key");
        if (key != null && key.length() <= KEY_LENGTH_MAX && request.getMethod() == HttpMethod.POST) {
            response.header("Idempotency-Key", key);
        }
    }

    /** The key as bearer, or as the user of basic authentication. */
    private static Optional<String> keyOf(HttpRequest<?> request) {
        String header = request.getHeaders().get("Authorization");
        if (header == null || header.length() > 2 * KEY_LENGTH_MAX || !header.startsWith("Basic ")) {
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

    /** A request whose parameters are in its query. */
    public static ApiCall call(HttpRequest<?> request) {
        return call(request, request.getUri().getRawQuery());
    }

    /** A request whose parameters are in its body. */
    public static ApiCall call(HttpRequest<?> request, @Nullable String form) {
        return new ApiCall(
                request.getAttribute(CALLER, MerchantId.class)
                        .orElseThrow(() -> new IllegalStateException("a request came past the filter of /v1")),
                request.getAttribute(VERSION, String.class).orElseThrow(),
                request.getMethodName(),
                request.getPath(),
                request.getHeaders().get("Idempotency-Key"),
                Form.parse(form));
    }

    public static HttpResponse<String> answer(ApiAnswer answer) {
        MutableHttpResponse<String> response = HttpResponse.<String>status(answer.status(), "")
                .body(answer.body())
                .contentType(MediaType.APPLICATION_JSON_TYPE);
        return answer.replayed() ? response.header("Idempotent-Replayed", "true") : response;
    }
}
