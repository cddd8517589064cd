package io.giaovan.routingengine.plan.vroom;

import io.giaovan.contracts.problem.Problem;
import io.giaovan.edge.problem.ErrorShape;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Map;

/** Errors below {@code /vroom} look as VROOM's do. */
@Singleton
final class VroomErrorShape implements ErrorShape {
    @Override
    public boolean covers(String path) {
        return path.equals("/vroom") || path.startsWith("/vroom/");
    }

    @Override
    public Object body(HttpStatus status, Problem problem) {
        int code = status == HttpStatus.REQUEST_ENTITY_TOO_LARGE
                ? VroomTrouble.TOO_LARGE
                : status.getCode() < 500 ? VroomTrouble.INPUT : VroomTrouble.INTERNAL;
        return Map.of("code", code, "error", problem.detail());
    }
}
