package io.giaovan.edge.operation;

import io.giaovan.store.outbox.Backlog;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/** Tells how much of this process's work is still on its way. */
@Controller("/internal/backlog")
@Requires(beans = Backlog.class)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BacklogController {
    private final Backlog backlog;

    BacklogController(Backlog backlog) {
        this.backlog = backlog;
    }

    /** {@code unfinished} is zero when the process is quiet. */
    record Left(long unfinished, Map<String, Long> byWorker) {}

    @Get
    Left left() {
        Map<String, Long> byWorker = backlog.byWorker();
        return new Left(byWorker.values().stream().mapToLong(Long::longValue).sum(), byWorker);
    }
}
