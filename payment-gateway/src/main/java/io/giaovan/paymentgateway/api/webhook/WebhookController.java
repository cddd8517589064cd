package io.giaovan.paymentgateway.api.webhook;

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

/** Events, and the endpoints that hear them. */
@Controller("/v1")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebhookController {
    private final ApiCalls calls;
    private final Webhooks webhooks;

    WebhookController(ApiCalls calls, Webhooks webhooks) {
        this.calls = calls;
        this.webhooks = webhooks;
    }

    @Post("/webhook_endpoints")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> create(HttpRequest<?> request, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), webhooks::create, webhooks::revealed));
    }

    @Get("/webhook_endpoints")
    HttpResponse<String> list(HttpRequest<?> request) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), webhooks::list));
    }

    @Get("/webhook_endpoints/{id}")
    HttpResponse<String> retrieve(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> webhooks.retrieve(call, id)));
    }

    @Post("/webhook_endpoints/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> update(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), (call, _) -> webhooks.update(call, id)));
    }

    @Post("/webhook_endpoints/{id}/rotate_secret")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> rotate(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(calls.change(
                () -> ApiFilter.call(request, form), (call, _) -> webhooks.rotate(call, id), webhooks::revealed));
    }

    @Delete("/webhook_endpoints/{id}")
    HttpResponse<String> remove(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> webhooks.remove(call, id)));
    }

    @Get("/events")
    HttpResponse<String> listEvents(HttpRequest<?> request) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), webhooks::listEvents));
    }

    @Post("/events/{id}/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> retry(HttpRequest<?> request, String id, @Body @Nullable String form) {
        return ApiFilter.answer(
                calls.change(() -> ApiFilter.call(request, form), (call, seed) -> webhooks.retry(call, id, seed)));
    }

    @Get("/events/{id}")
    HttpResponse<String> event(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> webhooks.event(call, id)));
    }
}
