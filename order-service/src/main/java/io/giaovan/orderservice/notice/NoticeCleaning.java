package io.giaovan.orderservice.notice;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Forgets what was sent long ago. */
@Singleton
final class NoticeCleaning {
    private final WebhookQueue queue;
    private final TextMessages messages;
    private final NoticeSettings settings;
    private final Clock clock;

    NoticeCleaning(WebhookQueue queue, TextMessages messages, NoticeSettings settings, Clock clock) {
        this.queue = queue;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1h")
    void clean() {
        Instant before = clock.instant().minus(settings.keptFor());
        queue.prune(before);
        messages.prune(before);
    }
}
