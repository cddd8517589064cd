package io.giaovan.paymentgateway.reconcile;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** What nobody knows the outcome of, for the house. */
@Controller("/internal/unknown-outcomes")
@ExecuteOn(TaskExecutors.BLOCKING)
final class UnknownOutcomeController {
    private final UnknownOutcomes outcomes;

    UnknownOutcomeController(UnknownOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    record Outcomes(List<UnknownOutcome> unknown) {}

    @Get
    Outcomes list() {
        return new Outcomes(outcomes.list());
    }

    /** Has all of them asked for now; answers with what is still unknown. */
    @Post("/repair")
    Outcomes repair() {
        return new Outcomes(outcomes.repair());
    }
}
