package io.giaovan.paymentgateway.api.refund;

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

/** Refunds. */
@Controller("/v1")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RefundController {
    private final ApiCalls calls;
    private final Refunds refunds;

    RefundController(ApiCalls calls, Refunds refunds) {
        this.calls = calls;
        this.refunds = refunds;
    }

    @Post("/refunds")
    HttpResponse<String> create(HttpRequest<?> request, @Body @Nullable String form) {
        return ApiFilter.answer(calls.change(() -> ApiFilter.call(request, form), refunds::create));
    }

    @Get("/refunds")
    HttpResponse<String> list(HttpRequest<?> request) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), refunds::list));
    }

    @Get("/refunds/{id}")
    HttpResponse<String> retrieve(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> refunds.retrieve(call, id)));
    }

    @Post("/refunds/{id}")
    HttpResponse<String> update(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), (call, _) -> refunds.update(call, id)));
    }

    @Post("/refunds/{id}/cancel")
    HttpResponse<String> cancel(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), (call, _) -> refunds.cancel(call, id)));
    }
}
