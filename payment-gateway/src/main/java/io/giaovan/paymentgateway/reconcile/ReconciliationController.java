package io.giaovan.paymentgateway.reconcile;

import io.giaovan.contracts.problem.ProblemException;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Compares days and shows what was found, for the house. */
@Controller("/internal/reconciliation")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReconciliationController {
    private final BankReconciliation reconciliation;
    private final ProviderReconciliation providers;

    ReconciliationController(BankReconciliation reconciliation, ProviderReconciliation providers) {
        this.reconciliation = reconciliation;
        this.providers = providers;
    }

    @Post("/{day}")
    Reconciliation run(String day) {
        return reconciliation.run(date(day));
    }

    @Get("/{day}")
    Reconciliation show(String day) {
        return reconciliation.get(date(day));
    }

    /** Lays a provider's settlement file beside its clearing account. */
    @Post(
            value = "/rails/{rail}/{day}",
            consumes = {"text/csv", MediaType.TEXT_PLAIN})
    Reconciliation run(String rail, String day, @Body String file) {
        return providers.run(rail, date(day), file);
    }

    @Get("/rails/{rail}/{day}")
    Reconciliation show(String rail, String day) {
        return providers.get(rail, date(day));
    }

    private static LocalDate date(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException malformed) {
            throw ProblemException.invalid("day", day, "is not a day like 2026-11-24");
        }
    }
}
