package io.giaovan.paymentgateway.api.balance;

import io.giaovan.paymentgateway.api.ApiCalls;
import io.giaovan.paymentgateway.api.ApiFilter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What a merchant is owed, and every movement of it. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BalanceController {
    private final ApiCalls calls;
    private final SellerBalances balances;

    BalanceController(ApiCalls calls, SellerBalances balances) {
        this.calls = calls;
        this.balances = balances;
    }

    @Get("/balance")
    HttpResponse<String> balance(HttpRequest<?> request) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), balances::balance));
    }

    @Get("/balance_transactions")
    HttpResponse<String> list(HttpRequest<?> request) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), balances::list));
    }

    @Get("/balance_transactions/{id}")
    HttpResponse<String> retrieve(HttpRequest<?> request, String id) {
        return ApiFilter.answer(calls.read(() -> ApiFilter.call(request), call -> balances.retrieve(call, id)));
    }
}
