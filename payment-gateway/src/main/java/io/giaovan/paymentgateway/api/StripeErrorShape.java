package io.giaovan.paymentgateway.api;

import io.giaovan.contracts.problem.Problem;
import io.giaovan.edge.problem.ErrorShape;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;

/** How problems look below {@code /v1}. */
@Singleton
final class StripeErrorShape implements ErrorShape {
    @Override
    public boolean covers(String path) {
        return path.equals("/v1") || path.startsWith("/v1/");
    }

    @Override
    public HttpStatus status(HttpStatus status, Problem problem) {
        return HttpStatus.valueOf(ApiRefusal.of(problem).status());
    }

    @Override
    public Object body(HttpStatus status, Problem problem) {
        return ApiRefusal.of(problem).body();
    }
}
