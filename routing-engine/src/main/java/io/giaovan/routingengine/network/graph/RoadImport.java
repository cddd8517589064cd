package io.giaovan.routingengine.network.graph;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMReader;
import com.graphhopper.routing.OSMReaderConfig;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.storage.BaseGraph;
import io.giaovan.routingengine.network.VehicleProfile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * GraphHopper set up for our vehicle kinds. Leaves out what we never ask for: country borders (their reading costs seconds),
 * footpaths, landmarks and turn instructions.
 */
final class RoadImport extends GraphHopper {
    /** Roads cut off from the rest are not used when there are fewer of them than this share of all, within limits. */
    private static final int ISLAND_SHARE = 20;

    private static final int ISLAND_EDGES_MIN = 100;
    private static final int ISLAND_EDGES_MAX = 1000;

    RoadImport(Path osmFile, Path graphFolder) {
        setOSMFile(osmFile.toString());
        setGraphHopperLocation(graphFolder.toString());
        setImportRegistry(ProfileModels.registry());
        setEncodedValuesString(ProfileModels.ENCODED_VALUES);
        setProfiles(Arrays.stream(VehicleProfile.values())
                .map(ProfileModels::profile)
                .toList());
        getCHPreparationHandler()
                .setCHProfiles(Arrays.stream(VehicleProfile.values())
                        .map(profile -> new CHProfile(profile.key()))
                        .toList());
    }

    @Override
    protected void cleanUp() {
        setMinNetworkSize(Math.clamp(getBaseGraph().getEdges() / ISLAND_SHARE, ISLAND_EDGES_MIN, ISLAND_EDGES_MAX));
        super.cleanUp();
    }

    @Override
    protected void importOSM() {
        createBaseGraphAndProperties();
        try {
            new Reader(getBaseGraph(), getOSMParsers(), getReaderConfig())
                    .setFile(new File(getOSMFile()))
                    .readGraph();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the road data " + getOSMFile(), e);
        }
    }

    private static final class Reader extends OSMReader {
        Reader(BaseGraph graph, OSMParsers parsers, OSMReaderConfig config) {
            super(graph, parsers, config);
        }

        @Override
        protected boolean acceptWay(ReaderWay way) {
            return super.acceptWay(way) && MotorbikeAccessParser.mayBeRoad(way);
        }
    }
}
