package io.giaovan.routingengine.network.address;

import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.MapArea;
import io.giaovan.routingengine.network.RoadBounds;
import io.giaovan.routingengine.network.RoadGraph;
import io.giaovan.routingengine.network.RoadLine;
import io.giaovan.routingengine.network.RoadSource;
import io.giaovan.routingengine.network.Snap;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.city.CityDepot;
import io.giaovan.routingengine.network.city.CityGenerator;
import io.giaovan.routingengine.network.city.CityHouse;
import io.giaovan.routingengine.network.city.CityPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Doors and depots to show things with, on any road data. In the made-up city they are its houses; in an extract, points
 * along named streets with numbers that are made up.
 *
 * @param addresses different ones, each with its point near a road that cars may use
 * @param depots three, where trucks can stop
 */
public record DemonstrationPlaces(List<Address> addresses, List<CityDepot> depots) {
    private static final String COUNTRY = "VN";
    private static final List<String> DEPOT_ROADS = List.of("trunk", "primary", "secondary", "tertiary");
    private static final double NEAR_METRES = 60;

    public DemonstrationPlaces {
        addresses = List.copyOf(addresses);
        depots = List.copyOf(depots);
    }

    /**
     * Draws places; the same arguments give the same places.
     *
     * @param count addresses wanted; fewer come when the roads have no more
     */
    public static DemonstrationPlaces of(RoadSource source, RoadGraph roads, int count, long seed) {
        Random random = new Random(seed);
        return switch (source) {
            case RoadSource.Generated city -> {
                CityPlan plan = new CityGenerator(city.seed()).plan();
                yield new DemonstrationPlaces(
                        plan.sample(count, random).stream()
                                .map(CityHouse::address)
                                .toList(),
                        plan.depots());
            }
            case RoadSource.Extract _ -> ofExtract(roads, count, random);
        };
    }

    private static DemonstrationPlaces ofExtract(RoadGraph roads, int count, Random random) {
        List<RoadLine> lines = new ArrayList<>();
        roads.map().roads(roads.bounds(), lines::add);
        lines.sort(Comparator.comparing(RoadLine::name)
                .thenComparing(line -> line.points().getFirst().lat())
                .thenComparing(line -> line.points().getFirst().lon())
                .thenComparing(line -> line.points().getLast().lat()));
        List<RoadLine> named = lines.stream()
                .filter(line -> !line.name().isEmpty() && !"alley".equals(line.kind()))
                .toList();
        List<Address> addresses = new ArrayList<>();
        List<RoadLine> left = new ArrayList<>(named);
        for (int number = 1; addresses.size() < count && !left.isEmpty() && number < 1000; number += 2) {
            Collections.shuffle(left, random);
            for (RoadLine line : left) {
                GeoPoint point = along(line, random.nextDouble());
                if (addresses.size() < count && isNear(roads, VehicleProfile.VAN, point)) {
                    addresses.add(
                            address(line.name(), number, point, roads.map().wards()));
                }
            }
        }
        return new DemonstrationPlaces(addresses, depots(roads, lines));
    }

    private static Address address(String street, int number, GeoPoint point, List<MapArea> wards) {
        String ward = wards.stream()
                .filter(area -> area.contains(point))
                .map(MapArea::name)
                .findFirst()
                .orElse("");
        return new Address(number + " " + street, ward, "", COUNTRY, point);
    }

    private static List<CityDepot> depots(RoadGraph roads, List<RoadLine> lines) {
        RoadBounds bounds = roads.bounds();
        List<GeoPoint> wished = List.of(bounds.at(0.4, 0.35), bounds.at(0.6, 0.65), bounds.at(0.75, 0.4));
        List<CityDepot> depots = new ArrayList<>();
        for (int i = 0; i < wished.size(); i++) {
            GeoPoint wish = wished.get(i);
            String code = "kho-" + (i + 1);
            lines.stream()
                    .filter(line -> DEPOT_ROADS.contains(line.kind()))
                    .map(line -> along(line, 0.5))
                    .filter(point -> isNear(roads, VehicleProfile.TRUCK, point))
                    .min(Comparator.comparingDouble(wish::metresTo))
                    .ifPresent(point -> depots.add(new CityDepot(code, "Kho " + code.substring(4), point)));
        }
        return depots;
    }

    private static boolean isNear(RoadGraph roads, VehicleProfile profile, GeoPoint point) {
        return roads.snap(profile, point) instanceof Snap.OnRoad snap && snap.metres() <= NEAR_METRES;
    }

    private static GeoPoint along(RoadLine line, double share) {
        double place = share * (line.points().size() - 1);
        int before = Math.min((int) place, line.points().size() - 2);
        GeoPoint a = line.points().get(before);
        GeoPoint b = line.points().get(before + 1);
        return new GeoPoint(
                a.lat() + (place - before) * (b.lat() - a.lat()), a.lon() + (place - before) * (b.lon() - a.lon()));
    }
}
