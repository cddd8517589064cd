package io.giaovan.paymentgateway.api.audit;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what is older than the log reaches back. */
@Singleton
final class AuditPruner {
    private static final Logger LOG = LoggerFactory.getLogger(AuditPruner.class);

    private final AuditLog log;
    private final AuditSettings settings;
    private final Clock clock;

    AuditPruner(AuditLog log, AuditSettings settings, Clock clock) {
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "1h")
    void prune() {
        LOG.debug(
                "{} old audit entries are forgotten", log.prune(clock.instant().minus(settings.kept())));
    }
}
