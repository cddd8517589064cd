package io.giaovan.paymentgateway.ledger;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The audit, for the house. */
@Controller("/internal/ledger")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LedgerController {
    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    @Get("/audit")
    LedgerAudit audit() {
        return ledger.audit();
    }
}
