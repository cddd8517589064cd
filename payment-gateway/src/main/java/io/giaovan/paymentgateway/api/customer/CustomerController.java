package io.giaovan.paymentgateway.api.customer;

import io.giaovan.paymentgateway.api.ApiCalls;
import io.giaovan.paymentgateway.api.ApiFilter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** Customers. */
@Controller("/v1/customers")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CustomerController {
    private final ApiCalls calls;
    private final Customers customers;

    CustomerController(ApiCalls calls, Customers customers) {
        this.calls = calls;
        this.customers = customers;
    }

    @Post
    HttpResponse<String> create(HttpRequest<?> request, @Body @Nullable String form) {
        return ApiFilter.answer(calls.change(() -> ApiFilter.call(request, form), customers::create));
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), customers::list));
    }

    @Get("/search")
    HttpResponse<String> search(HttpRequest<?> request) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), customers::search));
    }

    @Get("/{id}")
    HttpResponse<String> retrieve(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> customers.retrieve(call, id)));
    }

    @Post("/{id}")
    HttpResponse<String> update(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), (call, _) -> customers.update(call, id)));
    }

    @Delete("/{id}")
    HttpResponse<String> delete(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> customers.delete(call, id)));
    }
}
