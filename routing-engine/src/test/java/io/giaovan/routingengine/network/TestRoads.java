package io.giaovan.routingengine.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.giaovan.routingengine.network.city.CityGenerator;
import io.giaovan.routingengine.network.city.CityPlan;
import io.giaovan.routingengine.network.graph.RoadNetworks;
import java.nio.file.Files;
import java.nio.file.Path;

/** Roads shared by the tests of one run; imports stay in the build folder, so that the next run only loads them. */
public final class TestRoads {
    public static final long SEED = 7;
    public static final Path WORK = Path.of("target", "test-roads");

    private TestRoads() {}

    private static final class City {
        static final CityPlan PLAN = new CityGenerator(SEED).plan();
        static final RoadGraph ROADS = RoadNetworks.open(new RoadSource.Generated(SEED), WORK, RoadLimits.DEFAULT);
    }

    public static CityPlan plan() {
        return City.PLAN;
    }

    /** The made-up city. Whoever closes roads in it opens them again. */
    public static RoadGraph city() {
        return City.ROADS;
    }

    /** A shared extract; the test is skipped by name when there is none. */
    public static RoadGraph extract(String name) {
        Path file = Path.of(System.getProperty("giaovan.shared", "shared"), "osm", name);
        assumeTrue(Files.isRegularFile(file), () -> "skipped: there is no road extract " + file);
        return RoadNetworks.open(new RoadSource.Extract(file.toString()), WORK, RoadLimits.DEFAULT);
    }
}
