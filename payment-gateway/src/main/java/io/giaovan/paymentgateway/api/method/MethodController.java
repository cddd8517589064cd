package io.giaovan.paymentgateway.api.method;

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

/** Ways to pay that are kept. */
@Controller("/v1")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MethodController {
    private final ApiCalls calls;
    private final SavedMethods methods;

    MethodController(ApiCalls calls, SavedMethods methods) {
        this.calls = calls;
        this.methods = methods;
    }

    @Post("/payment_methods")
    HttpResponse<String> create(HttpRequest<?> request, @Body @Nullable String form) {
        return ApiFilter.answer(calls.change(() -> ApiFilter.call(request, form), methods::create));
    }

    @Get("/payment_methods")
    HttpResponse<String> list(HttpRequest<?> request) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), methods::list));
    }

    @Get("/payment_methods/{id}")
    HttpResponse<String> retrieve(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> methods.retrieve(call, id, null)));
    }

    @Post("/payment_methods/{id}")
    HttpResponse<String> update(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), (call, _) -> methods.update(call, id)));
    }

    @Post("/payment_methods/{id}/attach")
    HttpResponse<String> attach(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), (call, _) -> methods.attach(call, id)));
    }

    @Post("/payment_methods/{id}/detach")
    HttpResponse<String> detach(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), (call, _) -> methods.detach(call, id)));
    }

    @Get("/customers/{customer}/payment_methods")
    HttpResponse<String> listOf(HttpRequest<?> request, String customer) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> methods.listOf(call, customer)));
    }

    @Get("/customers/{customer}/payment_methods/{id}")
    HttpResponse<String> retrieveOf(HttpRequest<?> request, String customer, String id) {
        return ApiFilter.answer(
                calls.read(() -> ApiFilter.call(request), call -> methods.retrieve(call, id, customer)));
    }
}
