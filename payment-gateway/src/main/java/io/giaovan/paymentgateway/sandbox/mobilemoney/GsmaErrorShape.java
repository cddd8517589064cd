package io.giaovan.paymentgateway.sandbox.mobilemoney;

import io.giaovan.contracts.problem.Problem;
import io.giaovan.edge.problem.ErrorShape;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The fake provider's own look of errors that the HTTP server finds. */
@Singleton
final class GsmaErrorShape implements ErrorShape {
    private final Clock wall;

    GsmaErrorShape(@Named("wall") Clock wall) {
        this.wall = wall;
    }

    @Override
    public boolean covers(String path) {
        return path.startsWith(MobileMoneyController.ROOT + "/");
    }

    @Override
    public Object body(HttpStatus status, Problem problem) {
        String category = switch (status.getCode()) {
            case 401 -> "authorisation";
            case 404 -> "identification";
            case 500 -> "internal";
            case 503 -> "serviceUnavailable";
            default -> "validation";
        };
        String code = switch (status.getCode()) {
            case 401 -> "requestingPartyAuthorisationError";
            case 404 -> "identifierError";
            case 429 -> "rateLimitError";
            case 500, 503 -> "genericError";
            default -> "formatError";
        };
        return GsmaRefusal.body(category, code, problem.detail(), wall.instant());
    }
}
