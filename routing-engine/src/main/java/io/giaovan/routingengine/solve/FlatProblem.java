package io.giaovan.routingengine.solve;

import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.Vehicle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A problem as primitive arrays, read-only once built. Nodes 0 to {@code stops - 1} are the stops still to be planned;
 * vehicle v adds the nodes {@code stops + 3v} (its start), {@code + 1} (its reload) and {@code + 2} (its end). An open end
 * is an extra place that is nowhere far from anywhere. A kind is a set of vehicles with the same matrix, service times and
 * windows. Costs are in price units, see {@link io.giaovan.routingengine.model.PlanScore}.
 */
final class FlatProblem {
    /** No partner. */
    static final int ALONE = -1;
    /** Stands for a time that cannot be met; far enough from the ends of int to be added to. */
    static final int NEVER = Integer.MAX_VALUE / 2;

    final PlanningProblem problem;
    final Stop[] stopOf;
    final Vehicle[] vehicleOf;
    final int stops;
    final int vehicles;
    /** Places: matrix size, plus one when some end is open. Row stride of all matrices here. */
    final int places;
    /** Place of each node. */
    final int[] place;

    private final PlaceOrder order;

    // per kind
    final int[] kindOf;
    final int[][] metres;
    final int[][] metresTo;
    final int[][] seconds;
    final int[][] secondsTo;
    final int[][] service;
    final int[][] setup;
    final int[][] early;
    final int[][] late;
    private final int @Nullable [][] @Nullable [] windows;

    // per stop
    /** Where the last window ends; work begun later is late. */
    final int[] softEnd;

    final boolean[] mayBeLate;
    final long[] lateUnits;
    /** The least that a second late costs where one may be late. */
    final long lateUnitsLeast;

    final int[] partner;
    final boolean[] isPickup;
    final int[] release;
    final int[] priority;
    final long[] skipUnits;
    /** What leaving the stop out counts in the search: its price, or more than any route can cost. */
    final long[] absence;
    /** Vehicle of the warm start, or -1. */
    final int[] warmVehicle;
    /** Vehicle whose committed prefix holds the stop, or -1. */
    final int[] committedOn;

    // loads, row-major [node][dimension] or [vehicle][dimension]
    final int dimensions;
    final long[] deliver;
    final long[] collect;
    final long[] carry;
    final long[] capacity;
    /** Collected goods on board at first, gone at the next reload. */
    final long[] onBoard;
    /** Shipments on board at first, there until delivered. */
    final long[] carried;

    // per vehicle
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
    /** Metres that a unit pays for; without end where metres cost nothing. */
    final double[] metresAUnit;

    final long[] overtimeUnits;
    final int[][] breaks;
    final int[][] committed;
    final int[] groupOf;
    final int[][] groups;
    /** Per group and stop: may it be served at all. */
    final boolean[][] fits;

    final long moveUnits;
    final long balancePrice;

    // what the problem asks for, so that the rest costs nothing
    final boolean timeBinds;
    final boolean richTime;
    final boolean richLoad;
    final boolean hasPairs;
    final boolean hasReloads;
    final boolean limitsMetres;
    final boolean hasSetup;
    final boolean hasRelease;
    /** Whether any stop has not just one window. */
    final boolean hasSeveralWindows;
    /** Whether lateness is ever lawful. */
    final boolean mayAnyBeLate;
    /** Whether anything asks how long a route takes. */
    final boolean measuresTime;
    /** Whether more is asked than plain loads and one window a stop, so that plain checks do not say everything. */
    final boolean isRich;

    FlatProblem(FlatBuilder b) {
        problem = b.problem;
        stopOf = b.stopOf;
        vehicleOf = b.vehicleOf;
        stops = stopOf.length;
        vehicles = vehicleOf.length;
        places = b.places;
        place = b.place;
        order = b.order;
        kindOf = b.kindOf;
        metres = b.metres;
        metresTo = b.metresTo;
        seconds = b.seconds;
        secondsTo = b.secondsTo;
        service = b.service;
        setup = b.setup;
        early = b.early;
        late = b.late;
        windows = b.windows;
        hasSeveralWindows = windows != null;
        softEnd = b.softEnd;
        mayBeLate = b.mayBeLate;
        lateUnits = b.lateUnits;
        lateUnitsLeast = b.lateUnitsLeast;
        partner = b.partner;
        isPickup = b.isPickup;
        release = b.release;
        priority = b.priority;
        skipUnits = b.skipUnits;
        absence = b.absence;
        warmVehicle = b.warmVehicle;
        committedOn = b.committedOn;
        dimensions = b.dimensions;
        deliver = b.deliver;
        collect = b.collect;
        carry = b.carry;
        capacity = b.capacity;
        onBoard = b.onBoard;
        carried = b.carried;
        departFrom = b.departFrom;
        shiftEnd = b.shiftEnd;
        lastSecond = b.lastSecond;
        departed = b.departed;
        tripDeparted = b.tripDeparted;
        stopsMax = b.stopsMax;
        metresMax = b.metresMax;
        secondsMax = b.secondsMax;
        reloadsMax = b.reloadsMax;
        reloadSeconds = b.reloadSeconds;
        fixedUnits = b.fixedUnits;
        hourUnits = b.hourUnits;
        metreUnits = b.metreUnits;
        metresAUnit =
                Arrays.stream(metreUnits).mapToDouble(units -> 1.0 / units).toArray();
        overtimeUnits = b.overtimeUnits;
        breaks = b.breaks;
        committed = b.committed;
        groupOf = b.groupOf;
        groups = b.groups;
        fits = b.fits;
        moveUnits = b.moveUnits;
        balancePrice = problem.balancePrice();
        timeBinds = b.timeBinds;
        richTime = b.richTime;
        richLoad = b.richLoad;
        hasPairs = b.hasPairs;
        hasReloads = b.hasReloads;
        limitsMetres = b.limitsMetres;
        hasSetup = b.hasSetup;
        hasRelease = b.hasRelease;
        mayAnyBeLate = b.mayAnyBeLate;
        measuresTime = b.measuresTime;
        isRich = richTime || richLoad || limitsMetres || moveUnits > 0;
    }

    static FlatProblem of(PlanningProblem problem) {
        return new FlatBuilder(problem).build();
    }

    /** Pairs of first and last second of each window, or null where {@code early} and {@code late} say all. */
    int @Nullable [] severalWindows(int kind, int node) {
        return windows == null ? null : windows[kind][node];
    }

    /** The problem's location of a place, which is not an open end. */
    int location(int place) {
        return order.locationOf(place);
    }

    int startNode(int vehicle) {
        return stops + 3 * vehicle;
    }

    int reloadNode(int vehicle) {
        return stops + 3 * vehicle + 1;
    }

    int endNode(int vehicle) {
        return stops + 3 * vehicle + 2;
    }

    boolean isReload(int node) {
        return node >= stops && (node - stops) % 3 == 1;
    }

    /** What it adds that a stop is on this vehicle rather than on the one of the warm start. */
    long moveUnits(int node, int vehicle) {
        int warm = warmVehicle[node];
        return warm < 0 || warm == vehicle ? 0 : moveUnits;
    }
}
