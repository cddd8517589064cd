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

/** Connected merchants. */
@Controller("/v1/accounts")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController {
    private final ApiCalls calls;
    private final Accounts accounts;

    AccountController(ApiCalls calls, Accounts accounts) {
        this.calls = calls;
        this.accounts = accounts;
    }

    @Post
    HttpResponse<String> create(HttpRequest<?> request, @Body @Nullable String form) {
        return ApiFilter.answer(calls.change(() -> ApiFilter.call(request, form), accounts::create));
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), accounts::list));
    }

    @Get("/{id}")
    HttpResponse<String> retrieve(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> accounts.retrieve(call, id)));
    }

    @Post("/{id}")
    HttpResponse<String> update(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), (call, _) -> accounts.update(call, id)));
    }
}
