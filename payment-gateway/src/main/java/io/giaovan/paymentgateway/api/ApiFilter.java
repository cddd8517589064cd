package io.giaovan.paymentgateway.api;

import io.giaovan.contracts.merchant.MerchantId;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Labels every answer below {@code /v1}, and turns requests that were let in into {@link ApiCall}s and {@link ApiAnswer}s
 * into responses, so that the controllers share one way.
 */
@ServerFilter("/v1/**")
public final class ApiFilter implements Ordered {
    private static final int REQUEST_ID_BYTES = 10;
    private static final int KEY_LENGTH_MAX = 300;
    private static final String CALLER = "giaovan.api.caller";
    private static final String VERSION = "giaovan.api.version";
    private static final String PUBLISHABLE = "giaovan.api.publishable";
    private static final String ACCOUNT = "Stripe-Account";
    private static final int TOO_MANY_REQUESTS = 429;

    private final ApiSettings settings;
    private final SecureRandom random = new SecureRandom();

    ApiFilter(ApiSettings settings) {
        this.settings = settings;
    }

    /** Around all other filters, so that what they refuse is labelled too. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /**
     * Notes on a request for whom it acts and in which version it speaks; whoever checked its key calls this.
     *
     * @param publishable whether it comes from a buyer's page, which sees one intent whose secret it knows
     */
    public static void admit(HttpRequest<?> request, MerchantId caller, String version, boolean publishable) {
        request.setAttribute(PUBLISHABLE, publishable);
        request.setAttribute(CALLER, caller);
        request.setAttribute(VERSION, version);
    }

    @ResponseFilter
    void label(HttpRequest<?> request, MutableHttpResponse<?> response) {
        byte[] bytes = new byte[REQUEST_ID_BYTES];
        random.nextBytes(bytes);
        response.header("Request-Id", "req_" + HexFormat.of().formatHex(bytes));
        response.header(
                "Stripe-Version", request.getAttribute(VERSION, String.class).orElse(settings.version()));
        if (response.code() == TOO_MANY_REQUESTS) {
            response.header("Stripe-Should-Retry", "true").header("Retry-After", "1");
        }
        String account = request.getHeaders().get(ACCOUNT);
        if (account != null && request.getAttribute(CALLER).isPresent()) {
            response.header(ACCOUNT, account);
        }
        String key = request.getHeaders().get("Idempotency-Key");
        if (key != null && key.length() <= KEY_LENGTH_MAX && request.getMethod() == HttpMethod.POST) {
            response.header("Idempotency-Key", key);
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
                request.getAttribute(PUBLISHABLE, Boolean.class).orElse(false),
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
