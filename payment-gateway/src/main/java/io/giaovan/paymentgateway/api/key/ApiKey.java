package io.giaovan.paymentgateway.api.key;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key of the public API as it is kept: never the key itself.
 *
 * @param digest SHA-256 of the key
 * @param merchantId whose key it is
 * @param scope what it opens
 * @param resources what a restricted key may do, by resource; empty means look at everything
 * @param hint its last four characters, for people
 * @param expiresAt when it stops working, or null
 */
record ApiKey(
        String digest,
        MerchantId merchantId,
        Scope scope,
        Map<ApiResource, Access> resources,
        String hint,
        @Nullable Instant expiresAt) {
    /** What a key opens. */
    enum Scope {
        /** Everything of the merchant: {@code sk_}. */
        FULL,
        /** Some resources: {@code rk_}. */
        RESTRICTED,
        /** What a buyer's page needs, together with the secret of one intent: {@code pk_}. */
        PUBLISHABLE;

        static Scope of(String key) {
            return switch (key.substring(0, 2)) {
                case "sk" -> FULL;
                case "rk" -> RESTRICTED;
                case "pk" -> PUBLISHABLE;
                default -> throw new IllegalArgumentException("key: does not begin with sk, rk or pk");
            };
        }
    }

    /** What a restricted key may do with a resource. */
    enum Access {
        READ,
        WRITE
    }

    ApiKey {
        resources = Map.copyOf(resources);
    }

    boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Whether it may look at a resource, or change it. */
    boolean opens(ApiResource resource, boolean changes) {
        return switch (scope) {
            case FULL -> true;
            case PUBLISHABLE -> false;
            case RESTRICTED -> {
                Access access = resources.isEmpty() ? Access.READ : resources.get(resource);
                yield access == Access.WRITE || (access == Access.READ && !changes);
            }
        };
    }
}
