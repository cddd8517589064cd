package io.giaovan.paymentgateway.sandbox.telecom;

import io.giaovan.contracts.problem.Problem;
import io.giaovan.edge.problem.ErrorShape;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;

/** The fake telecom's own look of errors that the HTTP server finds. */
@Singleton
final class CamaraErrorShape implements ErrorShape {
    @Override
    public boolean covers(String path) {
        return path.startsWith("/sandbox/telecom/carrier-billing");
    }

    @Override
    public Object body(HttpStatus status, Problem problem) {
        String code = switch (status.getCode()) {
            case 401 -> "UNAUTHENTICATED";
            case 404 -> "NOT_FOUND";
            case 429 -> "TOO_MANY_REQUESTS";
            case 500, 503 -> "INTERNAL";
            default -> "INVALID_ARGUMENT";
        };
        return new CamaraRefusal.Body(status.getCode(), code, problem.detail());
    }
}
