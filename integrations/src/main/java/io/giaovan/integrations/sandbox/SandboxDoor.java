package io.giaovan.integrations.sandbox;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.BearerKey;
import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Secrets;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Keeps the sandboxes' controls for those who run them: they need the house's key, or the sandbox shop's own secret. */
@Singleton
public final class SandboxDoor {
    private final HouseSettings house;

    SandboxDoor(HouseSettings house) {
        this.house = house;
    }

    public void check(HttpRequest<?> request) {
        check(request, Optional.empty());
    }

    public void check(HttpRequest<?> request, Optional<String> shopSecret) {
        String key = BearerKey.get(request);
        boolean ofHouse = Secrets.same(house.key(), key);
        boolean ofShop = Secrets.same(shopSecret.orElse(""), key) && shopSecret.isPresent();
        if (!ofHouse && !ofShop) {
            throw new ProblemException(
                    ErrorCode.UNAUTHENTICATED, "The key is neither the house's key nor the sandbox shop's secret");
        }
    }
}
