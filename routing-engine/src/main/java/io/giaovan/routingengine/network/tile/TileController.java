package io.giaovan.routingengine.network.tile;

import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.zone.RestrictedZone;
import io.giaovan.routingengine.network.zone.RestrictedZones;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** The base map. Open to everyone, like the road data it shows. */
@Controller
@Requires(property = "giaovan.network.enabled", notEquals = "false", defaultValue = "true")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TileController {
    private static final String VECTOR_TILE = "application/vnd.mapbox-vector-tile";

    private final RoadGraph roads;
    private final RestrictedZones zones;
    private final TileCache cache;

    TileController(RoadGraph roads, RestrictedZones zones, TileSettings settings) {
        this.roads = roads;
        this.zones = zones;
        cache = new TileCache(settings.cacheBytes());
    }

    @Get("/tiles/{z}/{x}/{y}.mvt")
    HttpResponse<byte[]> tile(int z, int x, int y) {
        List<RestrictedZone> now = zones.list();
        byte[] tile = cache.get(
                new TileAddress(z, x, y),
                roads.snapshotId() + '/' + now.hashCode(),
                address -> TileMaker.tile(address, roads.map(), now));
        return HttpResponse.ok(tile)
                .contentType(VECTOR_TILE)
                .header("Cache-Control", "public, max-age=60")
                .header("Access-Control-Allow-Origin", "*");
    }
}
