package io.giaovan.paymentgateway.api.share;

import io.giaovan.paymentgateway.api.ApiCalls;
import io.giaovan.paymentgateway.api.ApiFilter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What a platform kept of its connected merchants' charges. */
@Controller("/v1/application_fees")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApplicationFeeController {
    private final ApiCalls calls;
    private final ApplicationFees fees;

    ApplicationFeeController(ApiCalls calls, ApplicationFees fees) {
        this.calls = calls;
        this.fees = fees;
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), fees::list));
    }

    @Get("/{id}")
    HttpResponse<String> retrieve(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> fees.retrieve(call, id)));
    }
}
