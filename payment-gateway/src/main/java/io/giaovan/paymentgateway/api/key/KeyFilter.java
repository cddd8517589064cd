package io.giaovan.paymentgateway.api.key;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.BearerKey;
import io.giaovan.paymentgateway.api.ApiFilter;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.ApiVersions;
import io.giaovan.paymentgateway.api.audit.AuditFilter;
import io.giaovan.paymentgateway.api.key.ApiKey.Scope;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lets merchants in by their key: as far as the key opens, as fast as a key may be used, for whom it may act. */
@ServerFilter("/v1/**")
final class KeyFilter {
    private static final int HEADER_LENGTH_MAX = 600;
    private static final int SHOWN_LENGTH = 12;
    private static final String ACCOUNT = "Stripe-Account";
    /** What buyers' pages call; all but the last need the secret of the intent too, which its room checks. */
    private static final Pattern PUBLIC_READS = Pattern.compile("/v1/(payment|setup)_intents/[a-z]+_[A-Za-z0-9_]+");

    private static final Pattern PUBLIC_WRITES =
            Pattern.compile("/v1/((payment|setup)_intents/[A-Za-z0-9_]+/confirm|payment_methods)");

    private final ApiKeys keys;
    private final KeyLimits limits;
    private final ConnectedMerchants connected;
    private final ApiSettings settings;
    private final Clock clock;

    KeyFilter(ApiKeys keys, KeyLimits limits, ConnectedMerchants connected, ApiSettings settings, Clock clock) {
        this.keys = keys;
        this.limits = limits;
        this.connected = connected;
        this.settings = settings;
        this.clock = clock;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void admit(HttpRequest<?> request) {
        ApiKey key = known(request);
        if (!limits.allows(key)) {
            throw new ProblemException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "Request rate limit exceeded: a key may be used " + settings.requestsPerSecond()
                            + " times a second, " + settings.requestsAtOnce() + " at once");
        }
        checkOpens(key, request);
        try {
            String version = ApiVersions.chosen(request.getHeaders().get("Stripe-Version"), settings.version());
            ApiFilter.admit(request, merchant(key, request), version, key.scope() == Scope.PUBLISHABLE);
            AuditFilter.by(request, "key:" + key.digest().substring(0, SHOWN_LENGTH) + " of " + key.merchantId());
        } catch (ApiRefusal malformed) {
            throw ProblemException.invalid("Stripe-Version", "", String.valueOf(malformed.getMessage()));
        }
    }

    private ApiKey known(HttpRequest<?> request) {
        String address = request.getRemoteAddress().getAddress().getHostAddress();
        if (!limits.allowsAnotherTry(address)) {
            throw new ProblemException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "Too many wrong keys came from this address; wait a minute before the next try");
        }
        Optional<ApiKey> found = keyOf(request).flatMap(keys::find);
        if (found.isEmpty()) {
            limits.countWrongKey(address);
            throw new ProblemException(
                    ErrorCode.UNAUTHENTICATED, "Invalid API Key provided. Send it as 'Authorization: Bearer sk_…'");
        }
        if (found.get().expired(clock.instant())) {
            throw new ProblemException(
                    ErrorCode.UNAUTHENTICATED,
                    "Expired API Key provided: the key ending with "
                            + found.get().hint() + " was replaced or has run out");
        }
        return found.get();
    }

    private static void checkOpens(ApiKey key, HttpRequest<?> request) {
        String path = request.getPath();
        boolean looks = request.getMethod() == HttpMethod.GET;
        if (key.scope() == Scope.PUBLISHABLE) {
            boolean open = looks
                    ? PUBLIC_READS.matcher(path).matches()
                    : request.getMethod() == HttpMethod.POST
                            && PUBLIC_WRITES.matcher(path).matches();
            if (!open) {
                throw new ProblemException(
                        ErrorCode.FORBIDDEN, "A publishable key is for buyers' pages; use a secret key for this");
            }
            return;
        }
        boolean opens = ApiResource.of(path)
                .map(resource -> key.opens(resource, !looks))
                .orElse(true);
        if (!opens) {
            throw new ProblemException(
                    ErrorCode.FORBIDDEN,
                    "The key ending with " + key.hint() + " may not " + (looks ? "look at" : "change") + " "
                            + ApiResource.of(path).map(ApiResource::wireName).orElse(""));
        }
    }

    private MerchantId merchant(ApiKey key, HttpRequest<?> request) {
        String account = request.getHeaders().get(ACCOUNT);
        if (account == null) {
            return key.merchantId();
        }
        return connected
                .connectedTo(key.merchantId(), account)
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.FORBIDDEN,
                        "Stripe-Account: the key ending with " + key.hint()
                                + " does not have access to this account, or it does not exist"));
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
