package io.giaovan.edge.access;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Lets only the house's own services call {@code /internal/…}. */
@ServerFilter("/internal/**")
final class HouseKeyFilter {
    private final HouseSettings settings;

    HouseKeyFilter(HouseSettings settings) {
        this.settings = settings;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (!Secrets.same(settings.key(), BearerKey.get(request))) {
            throw new ProblemException(ErrorCode.UNAUTHENTICATED, "The key is not the house's key");
        }
    }
}
