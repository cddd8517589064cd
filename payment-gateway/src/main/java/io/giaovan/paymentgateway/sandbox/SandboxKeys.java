package io.giaovan.paymentgateway.sandbox;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.BearerKey;
import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Secrets;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Controls of the sandbox need the house's key. */
@Singleton
final class SandboxKeys {
    private final HouseSettings house;

    SandboxKeys(HouseSettings house) {
        this.house = house;
    }

    void checkControl(HttpRequest<?> request) {
        if (!Secrets.same(house.key(), BearerKey.get(request))) {
            throw new ProblemException(ErrorCode.UNAUTHENTICATED, "The key is not the house's key");
        }
    }
}
