package io.giaovan.store.outbox;

import jakarta.inject.Singleton;

/** How much news of this process is still on its way. */
@Singleton
public final class Backlog {
    private final OutboxRelay relay;
    private final Mailboxes mailboxes;

    Backlog(OutboxRelay relay, Mailboxes mailboxes) {
        this.relay = relay;
        this.mailboxes = mailboxes;
    }

    /** Changed aggregates not yet relayed, plus events not yet handled. */
    public long unfinished() {
        return relay.unfinished() + mailboxes.unfinished();
    }
}
