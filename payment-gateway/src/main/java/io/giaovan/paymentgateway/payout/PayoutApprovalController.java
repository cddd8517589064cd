package io.giaovan.paymentgateway.payout;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.contracts.payment.PayoutStatus;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.api.audit.AuditFilter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Payouts by hand and their approval, for the house's operators, each with a key of his own. */
@Controller("/internal/payouts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PayoutApprovalController {
    private final Payouts payouts;
    private final PayoutSettings settings;

    PayoutApprovalController(Payouts payouts, PayoutSettings settings) {
        this.payouts = payouts;
        this.settings = settings;
    }

    /**
     * A payout as operators see it.
     *
     * @param approver who let it go, or null
     */
    record Shown(
            String payoutId,
            MerchantId merchantId,
            Money amount,
            PayoutStatus status,
            String maker,
            @Nullable String approver) {
        static Shown of(Payout payout) {
            return new Shown(
                    payout.id(),
                    payout.merchantId(),
                    payout.amount(),
                    payout.status(),
                    payout.maker(),
                    payout.approver());
        }
    }

    record Waiting(List<Shown> waiting) {}

    record Wanted(String idempotencyKey, MerchantId merchantId, Money amount) {}

    @Post
    HttpResponse<Shown> ask(
            HttpRequest<?> request, @Body Wanted wanted, @Nullable @Header("X-Operator-Key") String key) {
        String maker = operator(request, key);
        Money none = Money.zero(wanted.amount().currency());
        PayoutRequest payout =
                new PayoutRequest("by-hand:" + wanted.idempotencyKey(), wanted.merchantId(), wanted.amount(), none);
        return HttpResponse.created(Shown.of(payouts.ask(payout, maker)));
    }

    @Get("/to-approve")
    Waiting list() {
        return new Waiting(payouts.listToApprove().stream().map(Shown::of).toList());
    }

    @Post("/{id}/approve")
    Shown approve(HttpRequest<?> request, String id, @Nullable @Header("X-Operator-Key") String key) {
        return Shown.of(payouts.approve(id, operator(request, key)));
    }

    @Post("/{id}/decline")
    Shown decline(HttpRequest<?> request, String id, @Nullable @Header("X-Operator-Key") String key) {
        return Shown.of(payouts.decline(id, operator(request, key)));
    }

    private String operator(HttpRequest<?> request, @Nullable String key) {
        String name = settings.operator(Objects.requireNonNullElse(key, ""))
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.UNAUTHENTICATED, "X-Operator-Key is the key of none of giaovan.payouts.operators"));
        AuditFilter.by(request, "operator:" + name);
        return name;
    }
}
