package io.giaovan.paymentgateway.sandbox;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Secrets;
import jakarta.inject.Singleton;

/** Controls of the sandbox need the house's key. */
@Singleton
public final class SandboxKeys {
    private final HouseSettings house;

    SandboxKeys(HouseSettings house) {
        this.house = house;
    }

    public void checkControl(String key) {
        if (!Secrets.same(house.key(), key)) {
            throw new ProblemException(ErrorCode.UNAUTHENTICATED, "The key is not the house's key");
        }
    }
}
