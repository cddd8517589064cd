package io.giaovan.routingengine.model;

import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Problems for tests: small grids by hand, and random ones in which every rule occurs. */
public final class Problems {
    public static final int HOUR = 3600;

    private Problems() {}

    /** Places on a line, 100 metres and 10 seconds apart. */
    public static TravelMatrix line(int places) {
        int[] seconds = new int[places * places];
        int[] metres = new int[places * places];
        for (int i = 0; i < places; i++) {
            for (int j = 0; j < places; j++) {
                seconds[i * places + j] = 10 * Math.abs(i - j);
                metres[i * places + j] = 100 * Math.abs(i - j);
            }
        }
        return new TravelMatrix(places, seconds, metres);
    }

    /** Random places in a square town, with one-way detours: the matrix is not symmetric. */
    public static TravelMatrix town(Random random, int places) {
        double[] x = random.doubles(places, 0, 10_000).toArray();
        double[] y = random.doubles(places, 0, 10_000).toArray();
        int[] seconds = new int[places * places];
        int[] metres = new int[places * places];
        for (int i = 0; i < places; i++) {
            for (int j = 0; j < places; j++) {
                if (i != j) {
                    double way = Math.hypot(x[i] - x[j], y[i] - y[j]) * (1 + random.nextDouble() * 0.2) + 10;
                    metres[i * places + j] = (int) way;
                    seconds[i * places + j] = (int) (way / 7) + 1;
                }
            }
        }
        return new TravelMatrix(places, seconds, metres);
    }

    /** A problem in which every rule occurs, with some room but not plenty. */
    public static PlanningProblem everything(long seed, int stopCount) {
        Random random = new Random(seed);
        int places = stopCount + 3;
        List<Stop> stops = new ArrayList<>();
        List<Shipment> shipments = new ArrayList<>();
        for (int i = 0; i < stopCount; i++) {
            boolean paired = i + 1 < stopCount && random.nextInt(6) == 0;
            if (paired) {
                stops.add(stop(random, i, places, true));
                stops.add(stop(random, i + 1, places, true));
                shipments.add(new Shipment(
                        new StopId("s" + i),
                        new StopId("s" + (i + 1)),
                        List.of(1 + random.nextInt(4), random.nextInt(3))));
                i++;
            } else {
                stops.add(stop(random, i, places, false));
            }
        }
        int vehicleCount = Math.max(3, stopCount / 7);
        List<Vehicle> vehicles = new ArrayList<>();
        for (int v = 0; v < vehicleCount; v++) {
            vehicles.add(vehicle(random, v, places));
        }
        return new PlanningProblem(
                underWay(random, vehicles, stops, shipments, places),
                stops,
                shipments,
                Map.of("bike", town(random, places), "van", town(random, places)),
                random.nextInt(4) == 0 ? Objective.VEHICLES : Objective.COST,
                random.nextInt(3) == 0 ? 50 : 0,
                random.nextInt(2) == 0 ? warm(random, vehicles, stops) : null);
    }

    private static WarmStart warm(Random random, List<Vehicle> vehicles, List<Stop> stops) {
        Map<VehicleId, List<StopId>> routes = new java.util.HashMap<>();
        for (Stop stop : stops) {
            if (random.nextInt(3) > 0) {
                VehicleId vehicle =
                        vehicles.get(random.nextInt(vehicles.size())).id();
                routes.computeIfAbsent(vehicle, key -> new ArrayList<>()).add(stop.id());
            }
        }
        return new WarmStart(routes, random.nextInt(2000));
    }

    /** Puts the first vehicle under way: one stop driven, one committed, a shipment on board. */
    private static List<Vehicle> underWay(
            Random random, List<Vehicle> vehicles, List<Stop> stops, List<Shipment> shipments, int places) {
        if (random.nextInt(2) == 0) {
            return vehicles;
        }
        Set<StopId> paired = new HashSet<>();
        shipments.forEach(shipment -> {
            paired.add(shipment.pickup());
            paired.add(shipment.delivery());
        });
        List<StopId> free =
                stops.stream().map(Stop::id).filter(id -> !paired.contains(id)).toList();
        List<StopId> driven = new ArrayList<>(free.subList(0, Math.min(1, free.size())));
        List<StopId> committed = free.size() > 2 ? List.of(free.get(1)) : List.of();
        Vehicle first = vehicles.getFirst();
        if (!shipments.isEmpty()) {
            driven.add(shipments.getFirst().pickup());
        }
        List<Vehicle> result = new ArrayList<>(vehicles);
        result.set(
                0,
                first.withProgress(new Progress(
                        driven,
                        committed,
                        random.nextInt(places),
                        first.shift().startSeconds() + 2 * HOUR,
                        first.shift().startSeconds() + HOUR,
                        first.shift().startSeconds() + HOUR + 600,
                        5_000,
                        0,
                        0,
                        List.of(2, 0),
                        30)));
        return result;
    }

    private static Vehicle vehicle(Random random, int v, int places) {
        boolean van = random.nextInt(3) == 0;
        int open = random.nextInt(8);
        int start = (6 + random.nextInt(3)) * HOUR;
        Shift shift = new Shift(start, start + 8 * HOUR, random.nextInt(2) * HOUR, 40_000);
        Break[] breaks = random.nextInt(2) == 0
                ? new Break[] {new Break(start + 4 * HOUR, start + 5 * HOUR, 1800)}
                : new Break[] {
                    new Break(start + 2 * HOUR, start + 3 * HOUR, 600),
                    new Break(start + 5 * HOUR, start + 6 * HOUR, 900)
                };
        int trips = 1 + random.nextInt(3);
        return Vehicle.of("v" + v, random.nextInt(3) + places - 3, van ? 40 : 14, van ? 30 : 10)
                .withProfile(van ? "van" : "bike", van ? "van" : "bike")
                .withEnds(open == 0 ? Vehicle.OPEN : places - 3, open == 1 ? Vehicle.OPEN : places - 2)
                .withSkills(random.nextInt(2) == 0 ? new String[] {"cold"} : new String[] {"cold", "heavy"})
                .withShift(shift, random.nextInt(3) == 0 ? new Break[0] : breaks)
                .withPrices(new Prices(van ? 90_000 : 30_000, van ? 40_000 : 25_000, van ? 9_000 : 2_500))
                .withServicePercent(van ? 130 : 100)
                .withLimits(
                        new RouteLimits(18 + random.nextInt(20), 90_000, 9 * HOUR, trips, 900 + random.nextInt(600)),
                        trips > 1 ? new Reloading(places - 1, 600) : null);
    }

    private static Stop stop(Random random, int i, int places, boolean paired) {
        Stop stop = Stop.of("s" + i, random.nextInt(3) == 0 && i > 0 ? random.nextInt(i) : i)
                .withService(60 + random.nextInt(300), random.nextInt(2) * 120);
        if (!paired) {
            boolean back = random.nextInt(5) == 0;
            List<Integer> load = List.of(1 + random.nextInt(4), random.nextInt(3));
            stop = stop.withLoads(back ? List.of() : load, back || random.nextInt(8) == 0 ? load : List.of());
            stop = random.nextInt(6) == 0 ? stop.withRelease((7 + random.nextInt(4)) * HOUR) : stop;
            stop = random.nextInt(5) == 0 ? stop.optionalAt(random.nextInt(60_000)) : stop;
        }
        int from = (7 + random.nextInt(6)) * HOUR;
        stop = switch (random.nextInt(5)) {
            case 0 -> stop;
            case 1 -> stop.withWindows(new Window(from, from + HOUR), new Window(from + 2 * HOUR, from + 3 * HOUR));
            case 2 -> stop.withWindows(new Window(from, from + HOUR)).withLateness(HOUR, 60_000);
            default -> stop.withWindows(new Window(from, from + 3 * HOUR));
        };
        if (random.nextInt(6) == 0) {
            stop = stop.withZoneBans(new ZoneBan(Set.of("van"), 9 * HOUR, 10 * HOUR + random.nextInt(HOUR)));
        }
        if (random.nextInt(6) == 0) {
            stop = stop.withSkills(random.nextInt(2) == 0 ? "heavy" : "cold");
        }
        if (random.nextInt(10) == 0) {
            stop = stop.withAllowedVehicles(Set.of(new VehicleId("v0"), new VehicleId("v1")));
        }
        if (stop.required() && random.nextInt(4) == 0) {
            stop = stop.withPriority(1 + random.nextInt(5));
        }
        return stop.withCash(random.nextInt(3) == 0 ? random.nextInt(300) : 0)
                .withServiceByType(random.nextInt(4) == 0 ? Map.of("van", 400) : Map.of());
    }
}
