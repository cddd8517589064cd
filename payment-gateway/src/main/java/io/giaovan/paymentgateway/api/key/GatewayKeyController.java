package io.giaovan.paymentgateway.api.key;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.key.ApiKey.Access;
import io.giaovan.paymentgateway.api.key.ApiKey.Scope;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives merchants keys of the public API, changes them and takes them back, for the house itself. */
@Controller("/internal/gateway-keys")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GatewayKeyController {
    /** How long an old key may go on working beside the new one. */
    static final Duration OVERLAP_MAX = Duration.ofDays(7);

    private final ApiKeys keys;
    private final ApiSettings settings;
    private final Clock clock;

    GatewayKeyController(ApiKeys keys, ApiSettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The key was chosen by the house.
     *
     * @param key begins with {@code sk_test_}, {@code rk_test_} or {@code pk_test_}, or {@code …_live_} where money is real
     * @param resources for {@code rk_}: {@code READ} or {@code WRITE} by resource; without, it may look at everything
     * @param expiresAt when it stops working, or null
     */
    record KeyRequest(
            String merchantId,
            String key,
            @Nullable Map<String, String> resources,
            @Nullable Instant expiresAt) {
        @Override
        public String toString() {
            return "KeyRequest[" + merchantId + "]";
        }
    }

    record KeyAnswer(String merchantId, String scope, boolean live) {}

    /**
     * A new key in an old one's place.
     *
     * @param overlap how long the old one goes on working, at most seven days; none when absent
     */
    record RotationRequest(
            String merchantId,
            String oldKey,
            String newKey,
            @Nullable Map<String, String> resources,
            @Nullable Duration overlap) {
        @Override
        public String toString() {
            return "RotationRequest[" + merchantId + "]";
        }
    }

    record RotationAnswer(String merchantId, String scope, Instant oldKeyEndsAt) {}

    @Post
    KeyAnswer grant(@Body KeyRequest request) {
        MerchantId merchantId = new MerchantId(request.merchantId());
        checkForm("key", request.key());
        if (request.expiresAt() != null && !request.expiresAt().isAfter(clock.instant())) {
            throw ProblemException.invalid("expiresAt", request.expiresAt(), "is not in the future");
        }
        Map<ApiResource, Access> resources = resources(request.key(), request.resources());
        if (!keys.grant(request.key(), merchantId, resources, request.expiresAt())) {
            throw ProblemException.invalid("key", "", "is the key of another merchant");
        }
        return new KeyAnswer(merchantId.value(), Scope.of(request.key()).name(), settings.live());
    }

    @Post("/rotations")
    RotationAnswer rotate(@Body RotationRequest request) {
        MerchantId merchantId = new MerchantId(request.merchantId());
        checkForm("newKey", request.newKey());
        Duration overlap = request.overlap() == null ? Duration.ZERO : request.overlap();
        if (overlap.isNegative() || overlap.compareTo(OVERLAP_MAX) > 0) {
            throw ProblemException.invalid("overlap", overlap, "is outside PT0S to " + OVERLAP_MAX);
        }
        ApiKey old = keys.find(request.oldKey())
                .filter(known -> known.merchantId().equals(merchantId))
                .orElseThrow(() -> ProblemException.invalid("oldKey", "", "is no key of this merchant"));
        if (old.scope() != Scope.of(request.newKey())) {
            throw ProblemException.invalid("newKey", "", "is of another kind than the old key");
        }
        Map<ApiResource, Access> resources =
                request.resources() == null ? old.resources() : resources(request.newKey(), request.resources());
        if (request.newKey().equals(request.oldKey()) || !keys.grant(request.newKey(), merchantId, resources, null)) {
            throw ProblemException.invalid("newKey", "", "is in use already");
        }
        Instant end = clock.instant().plus(overlap);
        keys.expire(request.oldKey(), merchantId, end);
        return new RotationAnswer(merchantId.value(), old.scope().name(), end);
    }

    private void checkForm(String field, String key) {
        String mode = settings.live() ? "live" : "test";
        if (!key.matches("[srp]k_" + mode + "_[A-Za-z0-9_-]{16,200}")) {
            throw ProblemException.invalid(
                    field,
                    "",
                    "is not sk_" + mode + "_, rk_" + mode + "_ or pk_" + mode
                            + "_ and 16 to 200 letters, digits, _ or -");
        }
    }

    private static Map<ApiResource, Access> resources(String key, @Nullable Map<String, String> given) {
        Map<ApiResource, Access> resources = new EnumMap<>(ApiResource.class);
        if (given == null) {
            return resources;
        }
        if (Scope.of(key) != Scope.RESTRICTED) {
            throw ProblemException.invalid("resources", "", "is for keys that begin with rk only");
        }
        given.forEach((name, access) -> {
            ApiResource resource = ApiResource.named(name)
                    .orElseThrow(() -> ProblemException.invalid("resources", name, "is no resource of the API"));
            if (!access.equals("READ") && !access.equals("WRITE")) {
                throw ProblemException.invalid("resources." + name, access, "is not READ or WRITE");
            }
            resources.put(resource, Access.valueOf(access));
        });
        return resources;
    }
}
