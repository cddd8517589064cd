package io.giaovan.paymentgateway.api.key;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What restricted keys are given access to, by the first part of the path below {@code /v1}. */
enum ApiResource {
    ACCOUNTS,
    APPLICATION_FEES,
    BALANCE,
    BALANCE_TRANSACTIONS,
    CHARGES,
    CUSTOMERS,
    DISPUTES,
    EVENTS,
    PAYMENT_INTENTS,
    PAYMENT_METHODS,
    PAYOUTS,
    REFUNDS,
    SETUP_INTENTS,
    TEST_HELPERS,
    TRANSFERS,
    WEBHOOK_ENDPOINTS;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ApiResource> named(String name) {
        return Arrays.stream(values())
                .filter(resource -> resource.wireName().equals(name))
                .findFirst();
    }

    /** The resource that a path is about; none for a path that leads nowhere. */
    static Optional<ApiResource> of(String path) {
        String[] parts = path.split("/", 4);
        return parts.length < 3 ? Optional.empty() : named(parts[2]);
    }
}
