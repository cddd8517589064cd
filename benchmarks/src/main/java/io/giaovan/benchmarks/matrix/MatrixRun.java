package io.giaovan.benchmarks.matrix;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.RoadBounds;
import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.RoadLimits;
import io.giaovan.routingengine.network.RoadPath;
import io.giaovan.routingengine.network.RoadSource;
import io.giaovan.routingengine.network.Snap;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.graph.RoadNetworks;
import io.giaovan.routingengine.travel.TravelMatrix;
import io.giaovan.routingengine.travel.TravelTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The main of a measuring process: OSM WORK POINTS PROFILE SEED FOLDER. Prints a row for each number of points and writes the
 * points into the folder.
 */
final class MatrixRun {
    private static final int WARM_RUNS = 9;
    /** Asking for each pair of more points would take minutes, so only so many pairs are asked for. */
    private static final int PAIRS_SAMPLED = 10_000;

    private static final int DRAWS_PER_POINT = 1000;

    private final RoadGraph roads;
    private final VehicleProfile profile;
    private final Random random;

    private MatrixRun(RoadGraph roads, VehicleProfile profile, long seed) {
        this.roads = roads;
        this.profile = profile;
        random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException {
        long seed = Long.parseLong(arguments[4]);
        try (RoadGraph roads =
                RoadNetworks.open(RoadSource.of(arguments[0], seed), Path.of(arguments[1]), RoadLimits.DEFAULT)) {
            MatrixRun run = new MatrixRun(roads, VehicleProfile.of(arguments[3]), seed);
            for (String points : arguments[2].split(",")) {
                System.out.println(run.measure(Integer.parseInt(points), Path.of(arguments[5]))
                        .line());
            }
        }
    }

    private MatrixRow measure(int count, Path folder) throws IOException {
        List<GeoPoint> points = new ArrayList<>();
        double snapMillis = draw(count, points);
        Files.write(
                folder.resolve("points-" + count + ".txt"),
                points.stream()
                        .map(point -> String.format(Locale.ROOT, "%.7f %.7f", point.lat(), point.lon()))
                        .toList());
        double first = search(points);
        double[] warm = new double[WARM_RUNS];
        for (int run = 0; run < WARM_RUNS; run++) {
            warm[run] = search(points);
        }
        Arrays.sort(warm);
        TravelTable table = new TravelTable(roads.snapshot(), profile);
        table.add(points);
        return compare(points, table.matrix(points), snapMillis, first, warm[WARM_RUNS / 2]);
    }

    /** Draws points with a road near them; the answer is the time that looking these up took. */
    private double draw(int count, List<GeoPoint> points) {
        RoadBounds bounds = roads.bounds();
        long spent = 0;
        for (long tries = 0; points.size() < count; tries++) {
            if (tries > (long) DRAWS_PER_POINT * count) {
                throw new IllegalArgumentException("--osm: too few roads for " + profile.key() + " were found");
            }
            GeoPoint point = new GeoPoint(
                    bounds.south() + random.nextDouble() * (bounds.north() - bounds.south()),
                    bounds.west() + random.nextDouble() * (bounds.east() - bounds.west()));
            long begin = System.nanoTime();
            if (roads.snap(profile, point) instanceof Snap.OnRoad) {
                spent += System.nanoTime() - begin;
                points.add(point);
            }
        }
        return spent / 1e6;
    }

    private double search(List<GeoPoint> points) {
        TravelTable table = new TravelTable(roads.snapshot(), profile);
        long begin = System.nanoTime();
        table.add(points);
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Asks GraphHopper's own hierarchy query for all pairs, or for a sample of them. */
    private MatrixRow compare(
            List<GeoPoint> points, TravelMatrix matrix, double snapMillis, double firstMillis, double warmMillis) {
        int size = points.size();
        int sampled = (int) Math.min(PAIRS_SAMPLED, (long) size * size);
        boolean all = sampled == (long) size * size;
        int differing = 0;
        int secondsApart = 0;
        int metresApart = 0;
        long spent = 0;
        for (int pair = 0; pair < sampled; pair++) {
            int from = all ? pair / size : random.nextInt(size);
            int to = all ? pair % size : random.nextInt(size);
            long begin = System.nanoTime();
            RoadPath path = roads.path(profile, points.get(from), points.get(to));
            spent += System.nanoTime() - begin;
            if (path instanceof RoadPath.Found found && matrix.isReachable(from, to)) {
                secondsApart = Math.max(secondsApart, Math.abs(found.seconds() - matrix.seconds(from, to)));
                metresApart = Math.max(metresApart, Math.abs(found.metres() - matrix.metres(from, to)));
            } else if (path instanceof RoadPath.Found || matrix.isReachable(from, to)) {
                differing++;
            }
        }
        return new MatrixRow(
                size, snapMillis, firstMillis, warmMillis, sampled, spent / 1e6, differing, secondsApart, metresApart);
    }
}
