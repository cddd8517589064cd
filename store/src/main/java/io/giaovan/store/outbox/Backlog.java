package io.giaovan.store.outbox;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much of this process's work is still on its way. */
@Singleton
public final class Backlog {
    private final OutboxRelay relay;
    private final Mailboxes mailboxes;
    private final List<UnfinishedWork> workers;

    Backlog(OutboxRelay relay, Mailboxes mailboxes, List<UnfinishedWork> workers) {
        this.relay = relay;
        this.mailboxes = mailboxes;
        this.workers = List.copyOf(workers);
    }

    /** Changed aggregates not yet relayed, events not yet handled, and what each worker has left; zero when quiet. */
    public long unfinished() {
        return byWorker().values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The same by name. News that was begun while this was counting may have slipped from what is counted late to what was
     * counted before, so it counts as unfinished.
     */
    public Map<String, Long> byWorker() {
        long announced = relay.announced();
        Map<String, Long> all = new TreeMap<>();
        all.put("outbox relay", (long) relay.unfinished());
        all.put("mailboxes", mailboxes.unfinished());
        for (UnfinishedWork worker : workers) {
            all.merge(worker.name(), worker.unfinished(), Long::sum);
        }
        if (relay.announced() != announced) {
            all.merge("outbox relay", 1L, Long::sum);
        }
        return all;
    }
}
