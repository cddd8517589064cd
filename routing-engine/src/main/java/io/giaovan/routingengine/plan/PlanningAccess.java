package io.giaovan.routingengine.plan;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Secrets;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Checks planning keys, wherever a client puts them. */
@Singleton
public final class PlanningAccess {
    private final PlanSettings settings;
    private final HouseSettings house;

    PlanningAccess(PlanSettings settings, HouseSettings house) {
        this.settings = settings;
        this.house = house;
    }

    /** Refuses unless one of the places where clients put keys holds a right one. */
    public void check(@Nullable String... places) {
        boolean right = settings.open() || Arrays.stream(places).anyMatch(this::isRight);
        if (!right) {
            throw new ProblemException(
                    ErrorCode.UNAUTHENTICATED, "Send the planning key as 'Authorization: Bearer …' or as ?api_key=…");
        }
    }

    private boolean isRight(@Nullable String place) {
        if (place == null) {
            return false;
        }
        String key = place.startsWith("Bearer ") ? place.substring(7).strip() : place.strip();
        boolean ours = Secrets.same(key, house.key());
        return ours || !settings.key().isEmpty() && Secrets.same(key, settings.key());
    }
}
