package io.giaovan.routingengine.network.address;

import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.network.NetworkSettings;
import io.giaovan.routingengine.network.RoadGraph;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Lends doors and depots on the roads that are open, for demonstrations and simulated days. */
@Controller("/internal/demonstration-places")
@Requires(property = "giaovan.network.enabled", notEquals = "false", defaultValue = "true")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DemonstrationPlacesController {
    private static final int COUNT_MAX = 20_000;

    private final NetworkSettings settings;
    private final RoadGraph roads;

    DemonstrationPlacesController(NetworkSettings settings, RoadGraph roads) {
        this.settings = settings;
        this.roads = roads;
    }

    @Get
    DemonstrationPlaces draw(@QueryValue int count, @QueryValue long seed) {
        if (count < 1 || count > COUNT_MAX) {
            throw ProblemException.invalid("count", count, "is outside 1 to " + COUNT_MAX);
        }
        return DemonstrationPlaces.of(settings.roadSource(), roads, count, seed);
    }
}
