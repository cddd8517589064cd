package io.giaovan.routingengine.solve;

import io.giaovan.routingengine.model.Break;
import io.giaovan.routingengine.model.Objective;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Progress;
import io.giaovan.routingengine.model.Reloading;
import io.giaovan.routingengine.model.RouteLimits;
import io.giaovan.routingengine.model.Shipment;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.WarmStart;
import io.giaovan.routingengine.travel.TravelMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a problem into the arrays of a {@link FlatProblem}. */
final class FlatBuilder {
    private static final TravelMatrix NOWHERE = new TravelMatrix(0, new int[0], new int[0]);

    final PlanningProblem problem;
    final Stop[] stopOf;
    final Vehicle[] vehicleOf;
    final int places;
    final int[] place;
    final int[] kindOf;
    final int[][] metres;
    final int[][] metresTo;
    final int[][] seconds;
    final int[][] secondsTo;
    final int[][] service;
    final int[][] setup;
    final int[][] early;
    final int[][] late;
    int @Nullable [][] @Nullable [] windows;
    final int[] softEnd;
    final boolean[] mayBeLate;
    final long[] lateUnits;
    long lateUnitsLeast;
    final int[] partner;
    final boolean[] isPickup;
    final int[] release;
    final int[] priority;
    final long[] skipUnits;
    final long[] absence;
    final int[] warmVehicle;
    final int[] committedOn;
    final int dimensions;
    final long[] deliver;
    final long[] collect;
    final long[] carry;
    final long[] capacity;
    final long[] onBoard;
    final long[] carried;
    final int[] departFrom;
    final int[] shiftEnd;
    final int[] lastSecond;
    final int[] departed;
    final int[] tripDeparted;
    final int[] stopsMax;
    final int[] metresMax;
    final int[] secondsMax;
    final int[] reloadsMax;
    final int[] reloadSeconds;
    final long[] fixedUnits;
    final long[] hourUnits;
    final long[] metreUnits;
    final long[] overtimeUnits;
    final int[][] breaks;
    final int[][] committed;
    final int[] groupOf;
    int[][] groups = {};
    boolean[][] fits = {};
    long moveUnits;
    boolean timeBinds;
    boolean richTime;
    boolean richLoad;
    boolean hasPairs;
    boolean hasReloads;
    boolean limitsMetres;
    boolean hasSetup;
    boolean hasRelease;
    boolean mayAnyBeLate;
    boolean measuresTime;
    private int breaksMax;
    private final Map<StopId, Integer> nodeOf = new HashMap<>();
    private final List<Vehicle> kindSamples = new ArrayList<>();
    private final int open;
    final PlaceOrder order;
    private final boolean cash;

    FlatBuilder(PlanningProblem problem) {
        this.problem = problem;
        Set<StopId> driven = new HashSet<>();
        problem.vehicles().forEach(vehicle -> {
            Progress progress = vehicle.progress();
            if (progress != null) {
                driven.addAll(progress.driven());
            }
        });
        TravelMatrix first = problem.travel().values().stream().findFirst().orElse(NOWHERE);
        order = new PlaceOrder(first.metres(), first.size());
        stopOf = problem.stops().stream()
                .filter(stop -> !driven.contains(stop.id()))
                .sorted(Comparator.comparingInt(stop -> order.placeOf(stop.location())))
                .toArray(Stop[]::new);
        vehicleOf = problem.vehicles().toArray(Vehicle[]::new);
        int n = stopOf.length;
        int v = vehicleOf.length;
        boolean anyOpen = Arrays.stream(vehicleOf)
                .anyMatch(x -> x.fromLocation() == Vehicle.OPEN || x.endLocation() == Vehicle.OPEN);
        open = first.size();
        places = open + (anyOpen ? 1 : 0);
        place = new int[n + 3 * v];
        kindOf = new int[v];
        kinds();
        int kinds = kindSamples.size();
        metres = new int[kinds][];
        metresTo = new int[kinds][];
        seconds = new int[kinds][];
        secondsTo = new int[kinds][];
        service = new int[kinds][n];
        setup = new int[kinds][n];
        early = new int[kinds][n];
        late = new int[kinds][n];
        softEnd = new int[n];
        mayBeLate = new boolean[n];
        lateUnits = new long[n];
        partner = new int[n];
        isPickup = new boolean[n];
        release = new int[n];
        priority = new int[n];
        skipUnits = new long[n];
        absence = new long[n];
        warmVehicle = new int[n];
        committedOn = new int[n];
        cash = Arrays.stream(stopOf).anyMatch(stop -> stop.cashToCollect() > 0)
                && Arrays.stream(vehicleOf).anyMatch(x -> x.limits().cash() < RouteLimits.NO_CASH_LIMIT);
        dimensions = problem.dimensions() + (cash ? 1 : 0);
        deliver = new long[n * dimensions];
        collect = new long[n * dimensions];
        carry = new long[n * dimensions];
        capacity = new long[v * dimensions];
        onBoard = new long[v * dimensions];
        carried = new long[v * dimensions];
        departFrom = new int[v];
        shiftEnd = new int[v];
        lastSecond = new int[v];
        departed = new int[v];
        tripDeparted = new int[v];
        stopsMax = new int[v];
        metresMax = new int[v];
        secondsMax = new int[v];
        reloadsMax = new int[v];
        reloadSeconds = new int[v];
        fixedUnits = new long[v];
        hourUnits = new long[v];
        metreUnits = new long[v];
        overtimeUnits = new long[v];
        breaks = new int[v][];
        committed = new int[v][];
        groupOf = new int[v];
    }

    FlatProblem build() {
        for (int i = 0; i < stopOf.length; i++) {
            nodeOf.put(stopOf[i].id(), i);
        }
        matrices();
        for (int i = 0; i < stopOf.length; i++) {
            stop(i, stopOf[i]);
        }
        for (int i = 0; i < vehicleOf.length; i++) {
            vehicle(i, vehicleOf[i]);
        }
        shipments();
        warmStart();
        windows();
        groupsAndFits();
        flags();
        absences();
        return new FlatProblem(this);
    }

    private void kinds() {
        record Key(String profile, String type, int percent) {}
        Map<Key, Integer> index = new LinkedHashMap<>();
        for (int i = 0; i < vehicleOf.length; i++) {
            Vehicle vehicle = vehicleOf[i];
            Key key = new Key(vehicle.profile(), vehicle.type(), vehicle.servicePercent());
            Integer known = index.get(key);
            if (known == null) {
                known = index.size();
                index.put(key, known);
                kindSamples.add(vehicle);
            }
            kindOf[i] = known;
        }
    }

    private void matrices() {
        Map<String, int[][]> byProfile = new HashMap<>();
        for (int kind = 0; kind < kindSamples.size(); kind++) {
            Vehicle sample = kindSamples.get(kind);
            int[][] four = byProfile.computeIfAbsent(sample.profile(), profile -> matricesOf(problem.travelOf(sample)));
            metres[kind] = four[0];
            metresTo[kind] = four[1];
            seconds[kind] = four[2];
            secondsTo[kind] = four[3];
        }
    }

    private int[][] matricesOf(TravelMatrix matrix) {
        int[] m = widened(matrix.metres(), matrix.size());
        int[] mTo = FlatMatrices.transposed(m, places);
        if (matrix.seconds() == matrix.metres()) {
            return new int[][] {m, mTo, m, mTo};
        }
        int[] s = widened(matrix.seconds(), matrix.size());
        return new int[][] {m, mTo, s, FlatMatrices.transposed(s, places)};
    }

    private int[] widened(int[] matrix, int size) {
        int[] arranged = order.arranged(matrix);
        return places == size ? arranged : FlatMatrices.withFreePlace(arranged, size);
    }

    private void stop(int node, Stop stop) {
        place[node] = order.placeOf(stop.location());
        softEnd[node] = stop.windows().isEmpty()
                ? PlanningProblem.SECONDS_MAX
                : stop.windows().getLast().endSeconds();
        mayBeLate[node] = stop.lateSecondsMax() > 0;
        lateUnits[node] = stop.latePricePerHour() * PlanScore.UNITS_PER_HOURLY_SECOND;
        partner[node] = FlatProblem.ALONE;
        release[node] = stop.releaseSeconds();
        hasRelease |= stop.releaseSeconds() > 0;
        priority[node] = stop.required() ? stop.priority() : 0;
        skipUnits[node] = stop.required() ? 0 : stop.skipPrice() * PlanScore.UNITS_PER_MINOR;
        warmVehicle[node] = -1;
        committedOn[node] = -1;
        for (int d = 0; d < stop.deliver().size(); d++) {
            deliver[node * dimensions + d] = stop.deliver().get(d);
        }
        for (int d = 0; d < stop.collect().size(); d++) {
            collect[node * dimensions + d] = stop.collect().get(d);
        }
        if (cash) {
            collect[node * dimensions + dimensions - 1] = stop.cashToCollect();
        }
        for (int kind = 0; kind < kindSamples.size(); kind++) {
            service[kind][node] = stop.serviceSecondsOn(kindSamples.get(kind));
            setup[kind][node] = stop.setupSecondsOn(kindSamples.get(kind));
            hasSetup |= setup[kind][node] > 0;
        }
    }

    private void vehicle(int v, Vehicle vehicle) {
        int start = stopOf.length + 3 * v;
        Progress progress = vehicle.progress();
        Reloading reloading = vehicle.reloading();
        RouteLimits limits = vehicle.limits();
        place[start] = placeOf(vehicle.fromLocation());
        place[start + 1] = reloading == null ? place[start] : placeOf(reloading.location());
        place[start + 2] = placeOf(vehicle.endLocation());
        for (int d = 0; d < problem.dimensions(); d++) {
            capacity[v * dimensions + d] = vehicle.capacities().get(d);
        }
        if (cash) {
            capacity[v * dimensions + dimensions - 1] = limits.cash();
        }
        shiftEnd[v] = vehicle.shift().endSeconds();
        lastSecond[v] = vehicle.shift().lastSecond();
        departFrom[v] = progress == null ? vehicle.shift().startSeconds() : progress.atSeconds();
        departed[v] = progress == null ? -1 : progress.departedSeconds();
        tripDeparted[v] = progress == null ? FlatProblem.NEVER : progress.tripDepartedSeconds();
        stopsMax[v] = limits.stops() - (progress == null ? 0 : progress.driven().size());
        metresMax[v] = limits.metres() - (progress == null ? 0 : progress.metresDriven());
        secondsMax[v] = limits.seconds();
        reloadsMax[v] = reloading == null ? 0 : limits.trips() - 1 - (progress == null ? 0 : progress.tripsDone());
        reloadSeconds[v] = reloading == null ? 0 : reloading.seconds();
        fixedUnits[v] = vehicle.prices().fixed() * PlanScore.UNITS_PER_MINOR
                + (problem.objective() == Objective.VEHICLES ? PlanScore.VEHICLE_UNITS : 0);
        hourUnits[v] = vehicle.prices().perHour() * PlanScore.UNITS_PER_HOURLY_SECOND;
        metreUnits[v] = vehicle.prices().perKilometre() * PlanScore.UNITS_PER_KILOMETRE_METRE;
        overtimeUnits[v] = vehicle.shift().overtimePricePerHour() * PlanScore.UNITS_PER_HOURLY_SECOND;
        List<Break> left = vehicle.breaks()
                .subList(
                        progress == null ? 0 : progress.breaksTaken(),
                        vehicle.breaks().size());
        breaks[v] = left.stream()
                .flatMap(pause -> List.of(pause.earliestSeconds(), pause.latestSeconds(), pause.seconds()).stream())
                .mapToInt(Integer::intValue)
                .toArray();
        breaksMax = Math.max(breaksMax, left.size());
        committed[v] = new int[0];
        if (progress != null) {
            for (int d = 0; d < progress.onBoard().size(); d++) {
                onBoard[v * dimensions + d] = progress.onBoard().get(d);
            }
            if (cash) {
                onBoard[v * dimensions + dimensions - 1] = progress.cashHeld();
            }
            committed[v] = progress.committed().stream()
                    .filter(nodeOf::containsKey)
                    .mapToInt(nodeOf::get)
                    .toArray();
            for (int node : committed[v]) {
                committedOn[node] = v;
                mayBeLate[node] = true;
                release[node] = 0;
            }
        }
    }

    private int placeOf(int location) {
        return location == Vehicle.OPEN ? open : order.placeOf(location);
    }

    private void shipments() {
        Map<VehicleId, Integer> vehicleIndex = new HashMap<>();
        for (int v = 0; v < vehicleOf.length; v++) {
            vehicleIndex.put(vehicleOf[v].id(), v);
        }
        Map<StopId, VehicleId> boundTo = FlatFits.goodsOnBoard(problem);
        for (Shipment shipment : problem.shipments()) {
            Integer pickup = nodeOf.get(shipment.pickup());
            Integer delivery = nodeOf.get(shipment.delivery());
            if (delivery == null) {
                continue;
            }
            VehicleId holder = boundTo.get(shipment.delivery());
            for (int d = 0; d < shipment.load().size(); d++) {
                if (holder != null) {
                    carried[vehicleIndex.getOrDefault(holder, 0) * dimensions + d] +=
                            shipment.load().get(d);
                }
                carry[delivery * dimensions + d] = -shipment.load().get(d);
                if (pickup != null) {
                    carry[pickup * dimensions + d] = shipment.load().get(d);
                }
            }
            if (pickup != null) {
                partner[pickup] = delivery;
                partner[delivery] = pickup;
                isPickup[pickup] = true;
                hasPairs = true;
            }
        }
    }

    private void warmStart() {
        WarmStart warm = problem.warmStart();
        if (warm == null) {
            return;
        }
        moveUnits = warm.movePrice() * PlanScore.UNITS_PER_MINOR;
        for (int v = 0; v < vehicleOf.length; v++) {
            for (StopId stop : warm.routes().getOrDefault(vehicleOf[v].id(), List.of())) {
                Integer node = nodeOf.get(stop);
                if (node != null) {
                    warmVehicle[node] = v;
                }
            }
        }
    }

    private void windows() {
        int[][] @Nullable [] all = new int[kindSamples.size()][stopOf.length][];
        boolean several = false;
        for (int kind = 0; kind < kindSamples.size(); kind++) {
            for (int node = 0; node < stopOf.length; node++) {
                int stay = setup[kind][node] + service[kind][node];
                int[] pairs = committedOn[node] >= 0
                        ? FlatWindows.ofCommitted(stopOf[node])
                        : FlatWindows.of(stopOf[node], kindSamples.get(kind).type(), stay);
                early[kind][node] = pairs.length == 0 ? FlatProblem.NEVER : pairs[0];
                late[kind][node] = pairs.length == 0 ? -1 : pairs[pairs.length - 1];
                all[kind][node] = pairs.length <= 2 ? null : pairs;
                several |= pairs.length != 2;
            }
        }
        windows = several ? all : null;
    }

    private void groupsAndFits() {
        Set<VehicleId> singled = new HashSet<>();
        for (Stop stop : stopOf) {
            singled.addAll(stop.allowedVehicles());
        }
        Map<Object, List<Integer>> byLook = new LinkedHashMap<>();
        VehicleId anyone = new VehicleId("anyone");
        for (int v = 0; v < vehicleOf.length; v++) {
            Vehicle x = vehicleOf[v];
            boolean single = singled.contains(x.id()) || x.progress() != null || problem.warmStart() != null;
            Object look = single ? x.id() : x.withId(anyone);
            byLook.computeIfAbsent(look, key -> new ArrayList<>()).add(v);
        }
        groups = byLook.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        fits = new boolean[groups.length][stopOf.length];
        Map<StopId, VehicleId> boundTo = FlatFits.goodsOnBoard(problem);
        for (int g = 0; g < groups.length; g++) {
            for (int v : groups[g]) {
                groupOf[v] = g;
            }
            for (int node = 0; node < stopOf.length; node++) {
                fits[g][node] = FlatFits.fits(vehicleOf[groups[g][0]], stopOf[node], boundTo);
            }
        }
    }

    private void flags() {
        int n = stopOf.length;
        boolean anyBackhaul = hasPairs;
        for (int i = 0; i < carry.length; i++) {
            anyBackhaul |= collect[i] != 0 || carry[i] != 0;
        }
        hasReloads = Arrays.stream(reloadsMax).anyMatch(max -> max > 0);
        richLoad = dimensions > 1
                || anyBackhaul
                || hasReloads
                || Arrays.stream(onBoard).anyMatch(load -> load > 0)
                || Arrays.stream(carried).anyMatch(load -> load > 0);
        limitsMetres = Arrays.stream(vehicleOf).anyMatch(x -> x.limits().metres() < RouteLimits.NONE);
        measuresTime = hasRelease || problem.balancePrice() > 0;
        richTime = windows != null || breaksMax > 0 || hasSetup || hasReloads;
        for (int v = 0; v < vehicleOf.length; v++) {
            measuresTime |= hourUnits[v] > 0
                    || lastSecond[v] > shiftEnd[v]
                    || vehicleOf[v].limits().seconds() < RouteLimits.NONE;
            richTime |= departed[v] >= 0;
        }
        for (int node = 0; node < n; node++) {
            mayAnyBeLate |= mayBeLate[node];
            if (mayBeLate[node]) {
                lateUnitsLeast = lateUnitsLeast == 0 ? lateUnits[node] : Math.min(lateUnitsLeast, lateUnits[node]);
            }
        }
        richTime |= measuresTime || mayAnyBeLate;
        timeBinds = richTime || FlatMatrices.timeBinds(this);
    }

    private void absences() {
        long[] longest = new long[metres.length];
        long[] slowest = new long[metres.length];
        for (int kind = 0; kind < metres.length; kind++) {
            longest[kind] = FlatMatrices.largest(metres[kind]);
            slowest[kind] = FlatMatrices.largest(seconds[kind]);
        }
        long most = 1;
        for (int v = 0; v < vehicleOf.length; v++) {
            int kind = kindOf[v];
            long arc = 4 * (longest[kind] * metreUnits[v] + slowest[kind] * hourUnits[v]);
            most = Math.max(most, arc + fixedUnits[v] + moveUnits + 100_000 * hourUnits[v]);
        }
        for (int node = 0; node < stopOf.length; node++) {
            absence[node] = stopOf[node].required() ? 2 * most * priority[node] : skipUnits[node];
        }
    }
}
