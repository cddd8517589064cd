package io.giaovan.benchmarks.plan.town;

import io.giaovan.routingengine.model.Break;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Prices;
import io.giaovan.routingengine.model.Reloading;
import io.giaovan.routingengine.model.RouteLimits;
import io.giaovan.routingengine.model.Shift;
import io.giaovan.routingengine.model.Shipment;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.model.ZoneBan;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A day's deliveries in a made-up town: quarters of different size round a centre, two depots, a fleet with some room. The
 * same seed gives the same places and loads whatever the rules, so that towns differ in their rules only. Lengths are in
 * seconds of driving, so that one array serves as times and as distances.
 */
final class Town {
    private static final int HOUR = 3600;
    private static final int OPENS = 8 * HOUR;
    private static final int CLOSES = 18 * HOUR;
    /** From one end of the town to the other, in seconds of driving. */
    private static final int SIDE = 3000;

    private static final int DEPOTS = 2;
    private static final int STOPS_A_QUARTER = 40;
    private static final double IN_A_QUARTER = 0.8;
    private static final int CAPACITY = 100;
    private static final int LOAD_MAX = 10;
    private static final double FLEET_ROOM = 1.5;
    private static final int FLEET_SPARE = 5;

    private final int stops;
    private final long seed;
    private final Set<TownRule> rules;
    private final List<Shipment> shipments = new ArrayList<>();

    private Town(int stops, long seed, Set<TownRule> rules) {
        this.stops = stops;
        this.seed = seed;
        this.rules = rules;
    }

    /** The problem of a town with so many stops. */
    static PlanningProblem problem(int stops, long seed, Set<TownRule> rules) {
        return new Town(stops, seed, rules).build();
    }

    private PlanningProblem build() {
        int[] loads = new Random(seed).ints(stops, 1, LOAD_MAX + 1).toArray();
        long total = 0;
        for (int load : loads) {
            total += load;
        }
        List<Stop> wanted = new ArrayList<>();
        for (int i = 0; i < stops; i++) {
            boolean first = on(TownRule.PAIRS) && i % 20 == 0 && i + 1 < stops;
            boolean second = on(TownRule.PAIRS) && i % 20 == 1;
            if (first) {
                shipments.add(new Shipment(id(i), id(i + 1), load(loads[i])));
            }
            wanted.add(stop(i, loads[i], first || second));
        }
        int fleet = (int) (FLEET_ROOM * total / CAPACITY) + FLEET_SPARE;
        List<Vehicle> vehicles = new ArrayList<>();
        for (int v = 0; v < fleet; v++) {
            vehicles.add(vehicle(v));
        }
        return PlanningProblem.of(vehicles, wanted, matrix())
                .withShipments(shipments)
                .withBalancePrice(on(TownRule.BALANCE) ? 1 : 0);
    }

    private boolean on(TownRule rule) {
        return rules.contains(rule);
    }

    private static StopId id(int i) {
        return new StopId("s" + i);
    }

    private List<Integer> load(int load) {
        return on(TownRule.SECOND_LOAD) ? List.of(load, 1 + load % 3) : List.of(load);
    }

    private Stop stop(int i, int load, boolean paired) {
        Random random = new Random(seed * 31 + i);
        Stop stop = Stop.of(id(i).value(), DEPOTS + i);
        if (!paired) {
            boolean back = on(TownRule.COLLECTIONS) && random.nextInt(10) == 0;
            stop = stop.withLoads(back ? List.of() : load(load), back ? load(load) : List.of());
        }
        if (on(TownRule.SERVICE_AND_SETUP)) {
            stop = stop.withService(120 + random.nextInt(120), 60);
        }
        int from = OPENS + HOUR + HOUR / 2 * random.nextInt(14);
        if (on(TownRule.WINDOWS) && random.nextInt(10) < 6) {
            stop = stop.withWindows(new Window(from, from + 2 * HOUR));
            if (on(TownRule.LATENESS) && random.nextInt(5) == 0) {
                stop = stop.withLateness(HOUR / 2, 600);
            }
        }
        if (on(TownRule.SKILLS) && random.nextInt(10) == 0) {
            stop = stop.withSkills("cold");
        }
        if (on(TownRule.MIXED_FLEET) && random.nextInt(4) == 0) {
            stop = stop.withServiceByType(Map.of("truck", 400));
        }
        boolean early = !stop.windows().isEmpty() && from < OPENS + 4 * HOUR;
        if (on(TownRule.RELEASES) && !paired && !early && random.nextInt(6) == 0) {
            stop = stop.withRelease(OPENS + HOUR + random.nextInt(HOUR));
        }
        if (on(TownRule.CASH_LIMIT)) {
            stop = stop.withCash(random.nextInt(3) == 0 ? 100 + random.nextInt(900) : 0);
        }
        if (on(TownRule.ZONE_BANS) && random.nextInt(8) == 0) {
            stop = stop.withZoneBans(new ZoneBan(Set.of(), 12 * HOUR, 13 * HOUR));
        }
        return on(TownRule.OPTIONAL_STOPS) && !paired && random.nextInt(10) == 0 ? stop.optionalAt(3000) : stop;
    }

    private Vehicle vehicle(int v) {
        int depot = on(TownRule.DEPOTS_AND_OPEN_ENDS) ? v % DEPOTS : 0;
        Vehicle vehicle = on(TownRule.SECOND_LOAD)
                ? Vehicle.of("v" + v, depot, CAPACITY, CAPACITY / 2)
                : Vehicle.of("v" + v, depot, CAPACITY);
        if (on(TownRule.DEPOTS_AND_OPEN_ENDS) && v % 5 == 0) {
            vehicle = vehicle.withEnds(depot, Vehicle.OPEN);
        }
        if (on(TownRule.MIXED_FLEET) && v % 3 == 0) {
            vehicle = vehicle.withProfile("default", "truck").withServicePercent(120);
        }
        if (on(TownRule.SKILLS) && v % 2 == 0) {
            vehicle = vehicle.withSkills("cold");
        }
        if (on(TownRule.PRICES)) {
            vehicle = vehicle.withPrices(new Prices(300, 900, v % 3 == 0 ? 1300 : 1000));
        }
        Break[] breaks = on(TownRule.BREAKS) ? new Break[] {new Break(11 * HOUR, 13 * HOUR, HOUR / 2)} : new Break[0];
        vehicle = vehicle.withShift(
                on(TownRule.OVERTIME) ? new Shift(OPENS, CLOSES - HOUR, HOUR, 600) : Shift.between(OPENS, CLOSES),
                breaks);
        boolean reloads = on(TownRule.RELOADS);
        boolean limits = on(TownRule.ROUTE_LIMITS);
        return vehicle.withLimits(
                new RouteLimits(
                        limits ? 40 : RouteLimits.NONE,
                        limits ? 20_000 : RouteLimits.NONE,
                        limits ? 9 * HOUR : RouteLimits.NONE,
                        reloads ? 2 : 1,
                        on(TownRule.CASH_LIMIT) ? 5000 : RouteLimits.NO_CASH_LIMIT),
                reloads ? new Reloading(depot, 600) : null);
    }

    private TravelMatrix matrix() {
        Random random = new Random(seed + 1);
        int size = stops + DEPOTS;
        double[] x = new double[size];
        double[] y = new double[size];
        int quarters = Math.max(3, stops / STOPS_A_QUARTER);
        double[] quarterX = random.doubles(quarters, 0, SIDE).toArray();
        double[] quarterY = random.doubles(quarters, 0, SIDE).toArray();
        double spread = SIDE / (4 * Math.sqrt(quarters));
        for (int i = 0; i < size; i++) {
            boolean inAQuarter = i >= DEPOTS && random.nextDouble() < IN_A_QUARTER;
            // the lower-numbered quarters are the busier ones
            int quarter = (int) (quarters * Math.pow(random.nextDouble(), 1.5));
            x[i] = inAQuarter ? quarterX[quarter] + random.nextGaussian() * spread : random.nextDouble() * SIDE;
            y[i] = inAQuarter ? quarterY[quarter] + random.nextGaussian() * spread : random.nextDouble() * SIDE;
        }
        x[0] = SIDE * 0.45;
        y[0] = SIDE * 0.55;
        int[] way = new int[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                way[i * size + j] = (int) Math.ceil(Math.hypot(x[i] - x[j], y[i] - y[j]));
            }
        }
        return new TravelMatrix(size, way, way);
    }
}
