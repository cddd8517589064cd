package io.giaovan.routingengine.network.graph;

import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.RoadLimits;
import io.giaovan.routingengine.network.RoadSource;
import io.giaovan.routingengine.network.address.MapFeatureReader;
import io.giaovan.routingengine.network.address.MapFeatures;
import io.giaovan.routingengine.network.city.CityGenerator;
import io.giaovan.routingengine.network.city.CityXml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens road networks. An import is stored in the work folder under the hash of its input, so that the next start only loads
 * it; it is written aside and moved into place whole, so that a start cut short leaves nothing half-done.
 */
public final class RoadNetworks {
    private static final Logger LOG = LoggerFactory.getLogger(RoadNetworks.class);
    private static final String FEATURES = "features.bin";

    /** The reader of PBF files warns on standard error about each of its generated classes; held, or the level is forgotten. */
    private static final java.util.logging.Logger PBF_WARNINGS =
            java.util.logging.Logger.getLogger("com.google.protobuf.GeneratedMessage");

    static {
        PBF_WARNINGS.setLevel(Level.SEVERE);
    }

    private RoadNetworks() {}

    /**
     * Imports or loads the roads of a source for all vehicle kinds.
     *
     * @param workFolder where downloads, made-up cities and imports are kept; created when missing
     * @throws IllegalArgumentException when the source is not road data
     * @throws UncheckedIOException when it cannot be read, fetched or stored
     */
    public static RoadGraph open(RoadSource source, Path workFolder, RoadLimits limits) {
        try {
            return switch (source) {
                case RoadSource.Generated city -> openCity(city.seed(), workFolder, limits);
                case RoadSource.Extract extract -> {
                    Path file = ExtractFile.local(extract, workFolder, limits.downloadBytes());
                    yield open(file, "osm-" + ExtractFile.hash(file), workFolder, limits);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    private static RoadGraph openCity(long seed, Path workFolder, RoadLimits limits) throws IOException {
        String name = "city-" + seed + "-v" + CityGenerator.VERSION;
        Path file = workFolder.resolve("cities").resolve(name + ".osm");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), name, ".part");
            Files.write(part, CityXml.bytes(new CityGenerator(seed).plan()));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return open(file, name, workFolder, limits);
    }

    private static RoadGraph open(Path osmFile, String dataId, Path workFolder, RoadLimits limits) throws IOException {
        long begin = System.nanoTime();
        Path folder = workFolder.resolve("graphs").resolve(dataId + "-p" + ProfileModels.VERSION);
        if (Files.exists(folder.resolve(FEATURES))) {
            RoadImport loaded = new RoadImport(osmFile, folder);
            if (loaded.load()) {
                LOG.info("Roads {} loaded in {} ms", dataId, millisSince(begin));
                return new GraphHopperRoads(loaded, dataId, limits, MapFeatures.read(folder.resolve(FEATURES)));
            }
        }
        delete(folder);
        Files.createDirectories(folder.getParent());
        Path part = Files.createTempDirectory(folder.getParent(), dataId + ".part");
        try {
            RoadImport imported = new RoadImport(osmFile, part);
            MapFeatures features = importInto(imported, osmFile, part);
            keep(part, folder);
            LOG.info(
                    "Roads {} imported in {} ms: {} junctions, {} roads",
                    dataId,
                    millisSince(begin),
                    imported.getBaseGraph().getNodes(),
                    imported.getBaseGraph().getEdges());
            return new GraphHopperRoads(imported, dataId, limits, features);
        } finally {
            delete(part);
        }
    }

    /** Another process may have stored the same import meanwhile; then that one stays. */
    private static void keep(Path part, Path folder) throws IOException {
        try {
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(folder.resolve(FEATURES))) {
                throw e;
            }
        }
    }

    private static MapFeatures importInto(RoadImport target, Path osmFile, Path folder) throws IOException {
        try {
            target.importOrLoad();
            MapFeatures features = MapFeatureReader.read(osmFile);
            features.write(folder.resolve(FEATURES));
            return features;
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "network.source: " + osmFile + " cannot be read as OpenStreetMap road data: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
