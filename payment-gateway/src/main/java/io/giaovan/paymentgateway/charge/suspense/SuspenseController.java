package io.giaovan.paymentgateway.charge.suspense;

import io.giaovan.contracts.money.Money;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Money in suspense, for the house's bookkeepers. */
@Controller("/internal/suspense")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SuspenseController {
    private final SuspenseDesk desk;
    private final Clock clock;

    SuspenseController(SuspenseDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    record Cases(List<Shown> cases) {}

    /** A case with what is still open of it. */
    record Shown(SuspenseCase money, Money open) {
        static Shown of(SuspenseCase found) {
            return new Shown(found, found.open());
        }
    }

    /** @param caseId the case, whose id holds colons and therefore stands in the body */
    record Decision(
            String caseId,
            String reference,
            Resolution.How how,
            Money amount,
            @Nullable String merchantId,
            @Nullable String chargeId,
            @Nullable String rail,
            String by,
            @Nullable String note) {}

    @Get
    Cases list() {
        return new Cases(desk.listOpen().stream().map(Shown::of).toList());
    }

    @Post("/resolutions")
    Shown resolve(HttpRequest<?> request, @Body Decision decision) {
        Resolution wanted = new Resolution(
                decision.reference(),
                decision.how(),
                decision.amount(),
                decision.merchantId(),
                decision.chargeId(),
                decision.rail(),
                decision.by(),
                Objects.requireNonNullElse(decision.note(), ""),
                clock.instant(),
                Resolution.Status.DECIDED);
        Principal decider = wanted::by;
        request.setAttribute(HttpAttributes.PRINCIPAL, decider);
        return Shown.of(desk.resolve(decision.caseId(), wanted));
    }
}
