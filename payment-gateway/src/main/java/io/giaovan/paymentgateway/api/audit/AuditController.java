package io.giaovan.paymentgateway.api.audit;

import io.giaovan.contracts.problem.ProblemException;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The audit log, to read, for the house. */
@Controller("/internal/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {
    private static final int LIMIT_DEFAULT = 50;

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    /**
     * A page, newest first.
     *
     * @param next what to give as {@code before} to read on, or null at the end
     */
    record Page(List<AuditEntry> entries, @Nullable Long next) {}

    @Get
    Page list(@Nullable @QueryValue Long before, @Nullable @QueryValue Integer limit) {
        int wanted = Objects.requireNonNullElse(limit, LIMIT_DEFAULT);
        if (wanted < 1 || wanted > AuditLog.PAGE_MAX) {
            throw ProblemException.invalid("limit", wanted, "is outside 1 to " + AuditLog.PAGE_MAX);
        }
        List<AuditEntry> found = log.list(Objects.requireNonNullElse(before, Long.MAX_VALUE), wanted);
        return new Page(
                found, found.size() < wanted ? null : (Long) found.getLast().number());
    }

    @Get("/verification")
    AuditLog.Verdict verify() {
        return log.verify();
    }
}
