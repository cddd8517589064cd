package io.giaovan.paymentgateway.api.audit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long the audit log reaches back.
 *
 * @param kept how long an entry is kept
 */
@ConfigurationProperties("giaovan.audit")
record AuditSettings(@Bindable(defaultValue = "P1825D") Duration kept) {
    AuditSettings {
        if (kept.isNegative() || kept.isZero()) {
            throw new IllegalArgumentException("giaovan.audit.kept: " + kept + " is not above PT0S");
        }
    }
}
