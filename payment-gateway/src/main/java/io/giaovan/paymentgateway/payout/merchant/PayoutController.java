package io.giaovan.paymentgateway.payout.merchant;

import io.giaovan.paymentgateway.api.ApiCalls;
import io.giaovan.paymentgateway.api.ApiFilter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** Payouts on the public API: settlement's to look at, a merchant's own to ask for and to call back. */
@Controller("/v1/payouts")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PayoutController {
    private final ApiCalls calls;
    private final MerchantPayouts payouts;

    PayoutController(ApiCalls calls, MerchantPayouts payouts) {
        this.calls = calls;
        this.payouts = payouts;
    }

    @Post
    HttpResponse<String> create(HttpRequest<?> request, @Body @Nullable String form) {
        return ApiFilter.answer(calls.change(() -> ApiFilter.call(request, form), payouts::create));
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), payouts::list));
    }

    @Get("/{id}")
    HttpResponse<String> retrieve(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> payouts.retrieve(call, id)));
    }

    @Post("/{id}")
    HttpResponse<String> update(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), (call, _) -> payouts.update(call, id)));
    }

    @Post("/{id}/cancel")
    HttpResponse<String> cancel(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), (call, _) -> payouts.cancel(call, id)));
    }
}
