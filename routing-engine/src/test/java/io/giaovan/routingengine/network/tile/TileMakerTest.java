package io.giaovan.routingengine.network.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.TestRoads;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.zone.RestrictedZone;
import io.giaovan.routingengine.network.zone.RestrictedZoneId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class TileMakerTest {
    private final RoadGraph roads = TestRoads.city();
    private final GeoPoint centre = roads.bounds().centre();

    @Test
    void aStreetTileShowsRoadsOfEveryKindWithTheirNames() {
        ReadTile tile = ReadTile.of(TileMaker.tile(around(centre, 14), roads.map(), List.of()));

        assertThat(tile.values("roads", "class")).contains("primary", "residential", "alley");
        assertThat(tile.values("roads", "name")).anyMatch(name -> name.startsWith("Hẻm"));
        assertThat(tile.values("roads", "oneway")).contains("true", "false");
    }

    @Test
    void aWideTileLeavesSmallRoadsOut() {
        ReadTile tile = ReadTile.of(TileMaker.tile(around(centre, 11), roads.map(), List.of()));

        assertThat(tile.values("roads", "class"))
                .contains("primary", "secondary")
                .doesNotContain("residential", "alley");
    }

    @Test
    void waterAndWardsAreAreas() {
        ReadTile tile = ReadTile.of(TileMaker.tile(around(centre, 12), roads.map(), List.of()));

        assertThat(tile.layers().get("water")).isNotEmpty().allSatisfy(river -> {
            assertThat(river.type()).isEqualTo(3);
            assertThat(river.twiceArea(0)).isPositive();
        });
        assertThat(tile.values("wards", "name")).isNotEmpty().allMatch(name -> name.startsWith("Phường"));
    }

    @Test
    void everythingIsClippedToTheTileAndASmallMargin() {
        ReadTile tile = ReadTile.of(TileMaker.tile(around(centre, 15), roads.map(), List.of()));

        assertThat(tile.layers().values())
                .flatExtracting(layer -> layer)
                .flatExtracting(ReadTile.Feature::parts)
                .allSatisfy(part -> assertThat(part)
                        .allSatisfy(point -> assertThat(point)
                                .satisfies(place -> assertThat(place[0]).isBetween(-128, 4096 + 128))
                                .satisfies(place -> assertThat(place[1]).isBetween(-128, 4096 + 128))));
    }

    @Test
    void aZoneIsShownWithItsName() {
        RestrictedZone zone = RestrictedZone.closure(
                new RestrictedZoneId("flood"),
                "Ngập nước",
                List.of(
                        centre,
                        new GeoPoint(centre.lat() + 0.002, centre.lon()),
                        new GeoPoint(centre.lat(), centre.lon() + 0.002)),
                Set.of(VehicleProfile.VAN),
                Instant.EPOCH,
                null);

        ReadTile tile = ReadTile.of(TileMaker.tile(around(centre, 14), roads.map(), List.of(zone)));

        assertThat(tile.values("zones", "name")).containsExactly("Ngập nước");
    }

    @Test
    void aTileFarAwayIsEmpty() {
        byte[] tile = TileMaker.tile(around(new GeoPoint(48, 2), 14), roads.map(), List.of());

        assertThat(tile).isEmpty();
    }

    @Test
    void addressesOutsideTheLimitsAreRefusedByName() {
        assertThatThrownBy(() -> new TileAddress(9, 0, 0))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("10 to 18");
        assertThatThrownBy(() -> new TileAddress(19, 0, 0)).hasMessageContaining("10 to 18");
        assertThatThrownBy(() -> new TileAddress(10, 1024, 0)).hasMessageContaining("0 to 1023");
        assertThatThrownBy(() -> new TileAddress(10, 0, -1)).hasMessageContaining("0 to 1023");
        assertThat(new TileAddress(18, (1 << 18) - 1, 0).bounds(1).east()).isEqualTo(180);
    }

    @Test
    void theCacheKeepsToItsBytesAndForgetsWhenTheMapChanges() {
        TileCache cache = new TileCache(250);
        for (int x = 0; x < 5; x++) {
            cache.get(new TileAddress(10, x, 0), "today", _ -> new byte[100]);
        }
        assertThat(cache.bytes()).isEqualTo(200);

        byte[] kept = cache.get(new TileAddress(10, 4, 0), "today", _ -> new byte[0]);
        byte[] changed = cache.get(new TileAddress(10, 4, 0), "tomorrow", _ -> new byte[50]);

        assertThat(kept).hasSize(100);
        assertThat(changed).hasSize(50);
        assertThat(cache.bytes()).isEqualTo(50);
    }

    private static TileAddress around(GeoPoint point, int zoom) {
        Coordinate place = new TileAddress(zoom, 0, 0).place(point);
        return new TileAddress(zoom, (int) (place.x / TileAddress.EXTENT), (int) (place.y / TileAddress.EXTENT));
    }
}
