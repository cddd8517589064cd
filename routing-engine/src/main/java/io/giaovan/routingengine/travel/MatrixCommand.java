package io.giaovan.routingengine.travel;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.RoadBounds;
import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.RoadLimits;
import io.giaovan.routingengine.network.RoadPath;
import io.giaovan.routingengine.network.RoadSnapshot;
import io.giaovan.routingengine.network.Snap;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.graph.RoadNetworks;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The command {@code giaovan matrix}: measures the phases of one matrix and, if asked, checks it pair by pair. */
public final class MatrixCommand {
    private static final int SECONDS_APART_MAX = 1;
    private static final int METRES_APART_MAX = 10;
    private static final int DRAWS_PER_POINT = 1000;
    private static final int UNREACHABLE_NAMED = 5;

    private final MatrixArguments arguments;
    private final PrintStream out;

    private MatrixCommand(MatrixArguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    /** Returns the exit status: 0, 1 when a checked pair differs, 2 for a wrong argument or unreadable road data. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            return new MatrixCommand(MatrixArguments.of(args), out).measure();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            err.println(e.getMessage());
            err.println(MatrixArguments.USAGE);
            return 2;
        }
    }

    private int measure() {
        long begin = System.nanoTime();
        RoadGraph roads = RoadNetworks.open(arguments.source(), arguments.work(), RoadLimits.DEFAULT);
        RoadSnapshot snapshot = roads.snapshot();
        phase("open", begin);
        VehicleProfile profile = arguments.profile();
        out.printf(
                Locale.ROOT,
                "roads      %s, %,d junctions%n",
                snapshot.id(),
                snapshot.hierarchy(profile).size());

        begin = System.nanoTime();
        List<GeoPoint> points = draw(roads);
        phase("snap", begin);

        TravelTable table = new TravelTable(snapshot, profile);
        for (int run = 0; run < arguments.repeat(); run++) {
            table = new TravelTable(snapshot, profile);
            begin = System.nanoTime();
            table.add(points);
            phase("search", begin);
        }
        begin = System.nanoTime();
        TravelMatrix matrix = table.matrix(points);
        phase("copy", begin);
        out.printf(Locale.ROOT, "points     %d (%s)%n", matrix.size(), profile.key());
        tellUnreachable(points, matrix);
        return arguments.check() == 0 ? 0 : check(roads, points, matrix);
    }

    /** Draws points that have a road near them, evenly over the map. */
    private List<GeoPoint> draw(RoadGraph roads) {
        RoadBounds bounds = roads.bounds();
        Random random = new Random(arguments.seed());
        List<GeoPoint> points = new ArrayList<>();
        for (long tries = 0; points.size() < arguments.points(); tries++) {
            if (tries > (long) DRAWS_PER_POINT * arguments.points()) {
                throw new IllegalArgumentException(
                        "--osm: too few roads for " + arguments.profile().key() + " were found");
            }
            GeoPoint point = new GeoPoint(
                    bounds.south() + random.nextDouble() * (bounds.north() - bounds.south()),
                    bounds.west() + random.nextDouble() * (bounds.east() - bounds.west()));
            if (roads.snap(arguments.profile(), point) instanceof Snap.OnRoad) {
                points.add(point);
            }
        }
        return points;
    }

    private void tellUnreachable(List<GeoPoint> points, TravelMatrix matrix) {
        long unreachable = 0;
        StringBuilder named = new StringBuilder();
        for (int from = 0; from < matrix.size(); from++) {
            for (int to = 0; to < matrix.size(); to++) {
                if (!matrix.isReachable(from, to) && ++unreachable <= UNREACHABLE_NAMED) {
                    named.append(String.format(
                            Locale.ROOT, "           %s to %s%n", place(points.get(from)), place(points.get(to))));
                }
            }
        }
        out.printf(
                Locale.ROOT,
                "unreachable pairs %d of %d%s%n",
                unreachable,
                (long) matrix.size() * matrix.size(),
                unreachable == 0 ? "" : ", for instance");
        out.print(named);
    }

    private static String place(GeoPoint point) {
        return String.format(Locale.ROOT, "%.5f,%.5f", point.lat(), point.lon());
    }

    private int check(RoadGraph roads, List<GeoPoint> points, TravelMatrix matrix) {
        Random random = new Random(arguments.seed() + 1);
        int different = 0;
        int secondsApart = 0;
        int metresApart = 0;
        long begin = System.nanoTime();
        for (int pair = 0; pair < arguments.check(); pair++) {
            int from = random.nextInt(points.size());
            int to = random.nextInt(points.size());
            RoadPath path = roads.path(arguments.profile(), points.get(from), points.get(to));
            if (path instanceof RoadPath.Found found && matrix.isReachable(from, to)) {
                int seconds = Math.abs(found.seconds() - matrix.seconds(from, to));
                int metres = Math.abs(found.metres() - matrix.metres(from, to));
                secondsApart = Math.max(secondsApart, seconds);
                metresApart = Math.max(metresApart, metres);
                different += seconds > SECONDS_APART_MAX || metres > METRES_APART_MAX ? 1 : 0;
            } else if (path instanceof RoadPath.Found || matrix.isReachable(from, to)) {
                different++;
            }
        }
        phase("check", begin);
        out.printf(
                Locale.ROOT,
                "checked    %d pairs one by one: %d differ, farthest apart %d s and %d m%n",
                arguments.check(),
                different,
                secondsApart,
                metresApart);
        return different == 0 ? 0 : 1;
    }

    private void phase(String name, long begin) {
        out.printf(Locale.ROOT, "%-10s %.1f ms%n", name, (System.nanoTime() - begin) / 1e6);
    }
}
