package io.giaovan.routingengine.network.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.RoadPath;
import io.giaovan.routingengine.network.TinyRoads;
import io.giaovan.routingengine.network.VehicleProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VehicleAccessTest {
    private static final GeoPoint WEST = new GeoPoint(10.8000, 106.7000);
    private static final GeoPoint EAST = new GeoPoint(10.8000, 106.7100);
    private static final int STRAIGHT_METRES = 1093;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "highway=tertiary, MOTORBIKE VAN TRUCK",
        "highway=tertiary motorcycle=no, VAN TRUCK",
        "highway=service motor_vehicle=no motorcycle=yes, MOTORBIKE",
        "highway=path motorcycle=yes, MOTORBIKE",
        "highway=footway, ''",
        "highway=tertiary hgv=no, MOTORBIKE VAN",
        "highway=tertiary maxweight=3.5, MOTORBIKE VAN",
        "highway=tertiary maxweight=10, MOTORBIKE VAN TRUCK",
        "highway=motorway, VAN TRUCK",
        "highway=motorway motorcycle=yes, MOTORBIKE VAN TRUCK",
        "highway=tertiary access=private, ''",
        "highway=tertiary oneway=-1, ''",
        "highway=tertiary oneway=-1 oneway:motorcycle=no, MOTORBIKE"
    })
    void tagsSayWhoMayDriveStraightOn(String tags, String allowed) throws IOException {
        RoadGraph roads = TinyRoads.open(TinyRoads.osm(tags), folder);

        Set<VehicleProfile> straight = EnumSet.noneOf(VehicleProfile.class);
        for (VehicleProfile profile : VehicleProfile.values()) {
            if (roads.path(profile, WEST, EAST) instanceof RoadPath.Found found
                    && Math.abs(found.metres() - STRAIGHT_METRES) < 5) {
                straight.add(profile);
            }
        }

        assertThat(String.join(" ", straight.stream().map(Enum::name).toList())).isEqualTo(allowed);
        roads.close();
    }
}
