package io.giaovan.paymentgateway.payout;

import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiCalls;
import io.giaovan.paymentgateway.api.ApiFilter;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.Paging;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/** Payouts on the public API, to look at: settlement decides when a seller is paid. */
@Controller("/v1/payouts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PayoutController {
    private final ApiCalls calls;
    private final Payouts payouts;
    private final PayoutShape shape;

    PayoutController(ApiCalls calls, Payouts payouts, PayoutShape shape) {
        this.calls = calls;
        this.payouts = payouts;
        this.shape = shape;
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), this::listed));
    }

    private Map<String, Object> listed(ApiCall call) {
        call.form().allow("limit", "starting_after", "ending_before", "created", "expand");
        return Paging.list("/v1/payouts", payouts.list(call.merchantId(), Paging.slice(call.form())), shape::shape);
    }

    @Get("/{id}")
    HttpResponse<String> retrieve(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> retrieved(call, id)));
    }

    private Map<String, Object> retrieved(ApiCall call, String id) {
        call.form().allow("expand");
        return shape.shape(payouts.find(call.merchantId(), id).orElseThrow(() -> ApiRefusal.noSuch("payout", id)));
    }
}
