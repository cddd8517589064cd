package io.giaovan.paymentgateway.api.connect;

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

/** Transfers to connected merchants, and back. */
@Controller("/v1/transfers")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TransferController {
    private final ApiCalls calls;
    private final Transfers transfers;

    TransferController(ApiCalls calls, Transfers transfers) {
        this.calls = calls;
        this.transfers = transfers;
    }

    @Post
    HttpResponse<String> create(HttpRequest<?> request, @Body @Nullable String form) {
        return ApiFilter.answer(calls.change(() -> ApiFilter.call(request, form), transfers::create));
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), transfers::list));
    }

    @Get("/{id}")
    HttpResponse<String> retrieve(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> transfers.retrieve(call, id)));
    }

    @Post("/{id}")
    HttpResponse<String> update(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), (call, _) -> transfers.update(call, id)));
    }

    @Post("/{id}/reversals")
    HttpResponse<String> reverse(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), (call, seed) -> transfers.reverse(call, id, seed)));
    }

    @Get("/{id}/reversals")
    HttpResponse<String> listReversals(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> transfers.listReversals(call, id)));
    }

    @Get("/{id}/reversals/{reversal}")
    HttpResponse<String> retrieveReversal(HttpRequest<?> request, String id, String reversal) {
        return ApiFilter.answer(
                calls.read(() -> ApiFilter.call(request), call -> transfers.retrieveReversal(call, id, reversal)));
    }
}
