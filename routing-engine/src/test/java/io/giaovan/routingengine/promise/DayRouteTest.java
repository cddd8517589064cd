package io.giaovan.routingengine.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.dispatch.FakeRoads;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.zone.Fuel;
import io.giaovan.routingengine.network.zone.VehicleTraits;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class DayRouteTest {
    private static final int RELOAD = 600;
    private static final VehicleTraits TRAITS = new VehicleTraits(VehicleProfile.MOTORBIKE, Fuel.PETROL, 200);
    private static final VehicleTraits OTHERS = new VehicleTraits(VehicleProfile.VAN, Fuel.PETROL, 3_000);
    private static final DayVehicle BIKE =
            new DayVehicle(new CourierId("c1"), TRAITS, 6_000, 100_000, 28_800, 64_800, 36_000, 1_000);

    /** Whatever is taken in, driving the row afresh finds every promise kept and the price right. */
    @RepeatedTest(30)
    void whatFitsByTheBooksFitsOnTheRoad(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        List<GeoPoint> points = IntStream.range(0, 25)
                .mapToObj(_ -> new GeoPoint(10.72 + random.nextDouble() * 0.1, 106.62 + random.nextDouble() * 0.1))
                .toList();
        DayTravel travel = new DayTravel(
                new FakeRoads(), new GeoPoint(10.77, 106.67), Set.of(VehicleProfile.MOTORBIKE), Set.copyOf(points));
        DayRoute route = new DayRoute(BIKE, travel, RELOAD, 3, List.of());
        TravelMatrix matrix = travel.matrix(VehicleProfile.MOTORBIKE);
        int taken = 0;

        for (GeoPoint point : points) {
            int start = 28_800 + random.nextInt(3) * 10_800;
            int release = random.nextInt(4) == 0 ? start : 0;
            DayStop stop = new DayStop(
                    "s" + taken,
                    travel.location(point),
                    start,
                    start + 10_620,
                    180,
                    release,
                    1_000,
                    1_000,
                    bans(random, start));
            long before = driven(route.row(), matrix);
            DayRoute.Insertion insertion = route.cheapest(stop);
            if (insertion != null) {
                route.take(insertion);
                taken++;
                assertThat(route.isPossible()).isTrue();
                assertThat(driven(route.row(), matrix) - before)
                        .isCloseTo(insertion.addedCost(), org.assertj.core.data.Offset.offset(3L));
            }
            if (random.nextInt(5) == 0) {
                route.remove("s" + random.nextInt(taken + 1));
                driven(route.row(), matrix);
            }
        }

        assertThat(taken).isGreaterThan(6);
    }

    /** Some closed for a part of their window, some for others only, some at all times. */
    private static List<DayStop.Ban> bans(Random random, int start) {
        int from = start + random.nextInt(8_000);
        return switch (random.nextInt(6)) {
            case 0 ->
                List.of(
                        new DayStop.Ban(TRAITS, from, from + 2_000),
                        new DayStop.Ban(TRAITS, from + 2_100, from + 4_000));
            case 1 -> List.of(new DayStop.Ban(TRAITS, start - 3_600, start + 3_600));
            case 2 -> List.of(new DayStop.Ban(OTHERS, 0, 86_400));
            case 3 -> List.of(new DayStop.Ban(TRAITS, 0, 86_400));
            default -> List.of();
        };
    }

    /** Drives a row second by second, failing where a promise is broken; answers its cost. */
    private static long driven(List<DayStop> row, TravelMatrix travel) {
        List<List<DayStop>> trips = new ArrayList<>(List.of(new ArrayList<>()));
        for (DayStop stop : row) {
            if (stop == null) {
                trips.add(new ArrayList<>());
            } else {
                trips.getLast().add(stop);
            }
        }
        assertThat(trips.size()).isLessThanOrEqualTo(3);
        int now = BIKE.startSeconds();
        long metres = 0;
        long seconds = 0;
        for (int trip = 0; trip < trips.size(); trip++) {
            List<DayStop> stops = trips.get(trip);
            assertThat(stops.stream().mapToInt(DayStop::grams).sum()).isLessThanOrEqualTo(BIKE.gramsMax());
            now = Math.max(
                    now, stops.stream().mapToInt(DayStop::releaseSeconds).max().orElse(0));
            int from = 0;
            for (DayStop stop : stops) {
                now = Math.max(now + travel.seconds(from, stop.location()), stop.earliest());
                while (isBanned(stop, now)) {
                    now++;
                }
                assertThat(now).isLessThanOrEqualTo(stop.latest());
                now += stop.serviceSeconds();
                seconds += travel.seconds(from, stop.location()) + stop.serviceSeconds();
                metres += travel.metres(from, stop.location());
                from = stop.location();
            }
            now += travel.seconds(from, 0);
            seconds += travel.seconds(from, 0);
            metres += travel.metres(from, 0);
            if (trip + 1 < trips.size()) {
                now += RELOAD;
                seconds += RELOAD;
            }
        }
        assertThat(now).isLessThanOrEqualTo(BIKE.endSeconds());
        return metres + seconds * 10;
    }

    private static boolean isBanned(DayStop stop, int begin) {
        return stop.bans().stream()
                .anyMatch(ban -> ban.vehicle().equals(TRAITS)
                        && begin < ban.to()
                        && begin + stop.serviceSeconds() > ban.from()
                        && begin <= stop.latest());
    }
}
