package io.giaovan.routingengine.solve;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ruin and recreate under simulated annealing. The plan is lawful after every round; the temperature falls with the share
 * of the allotted time or rounds that is used up.
 */
final class Search {
    static final int NEIGHBOURS = 100;
    /** Exchanges of tails that are tried a round. */
    private static final int EXCHANGES = 2;

    /**
     * How often a whole route and twice as many strings are taken out and have to fit into the routes that there are: this
     * over the mean length of a route, since longer ones are more work, but not oftener than the other.
     */
    private static final double EMPTYING_STOPS = 0.25;

    private static final double EMPTYING_CHANCE_MAX = 0.04;
    /** How often the tail of a route is first given to an unused vehicle. */
    private static final double OPENING_CHANCE = 0.01;
    /** How often a round begins around a stop that is on no route. */
    private static final double ABSENT_CHANCE = 0.2;

    private static final double BLINK_CHANCE = 0.01;
    private static final int ABSENT_TRIED_MAX = 24;
    /** Every so many rounds no place is given up because the quick checks were too hopeful about a route. */
    private static final int THOROUGH_EVERY = 256;

    final FlatProblem flat;
    final Routes routes;
    final Dice dice;
    final Insertion insertion;
    final Ruin ruin;
    private final TailExchange tails;
    private final Orders orders;
    private final int[][] near;

    /** Lone stops and pickups that are on no route. */
    int[] absent;

    int absentCount;
    /** What the absent stops count at their prices. */
    long absentUnits;
    /** What they count for while prices are soft. */
    private long feltUnits;

    private final SoftAbsence soft;
    private final RouteBonus routeBonus;
    private int[] absentBefore;

    private @Nullable Recombination recombination;

    /** The best plan seen: nodes per vehicle. */
    final int[][] best;

    long bestUnits = Long.MAX_VALUE;
    private final boolean[] isDirty;
    private final int[] dirty;
    private int dirtyCount;
    private int usedRoutes;
    long rounds;

    Search(FlatProblem flat, long seed) {
        this.flat = flat;
        dice = new Dice(seed);
        routes = new Routes(flat);
        Neighbours neighbours = new Neighbours(flat, NEIGHBOURS);
        near = shortened(neighbours.byFit, 40);
        insertion = new Insertion(routes, near);
        ruin = new Ruin(routes, neighbours.byDistance, dice);
        tails = new TailExchange(routes, near, dice);
        orders = new Orders(flat, dice);
        soft = new SoftAbsence(flat);
        routeBonus = new RouteBonus(flat);
        absent = new int[flat.stops];
        absentBefore = new int[flat.stops];
        best = new int[flat.vehicles][];
        isDirty = new boolean[flat.vehicles];
        dirty = new int[flat.vehicles];
        for (int v = 0; v < flat.vehicles; v++) {
            best[v] = flat.committed[v];
        }
    }

    private static int[][] shortened(int[][] lists, int most) {
        int[][] result = new int[lists.length][];
        for (int i = 0; i < lists.length; i++) {
            result[i] = lists[i].length <= most ? lists[i] : Arrays.copyOf(lists[i], most);
        }
        return result;
    }

    /**
     * Makes the first plan: what is committed, what the warm start says, chains by savings where time does not bind, then
     * everything else inserted greedily.
     */
    void construct(int[][] warm) {
        for (int v = 0; v < warm.length; v++) {
            for (int node : warm[v]) {
                append(v, node);
            }
        }
        List<int[]> chains = flat.timeBinds ? List.of() : Savings.chains(flat, near, routes.routeOf);
        for (int[] chain : chains) {
            int v = vehicleFor(chain);
            for (int i = 0; i < chain.length && v >= 0; i++) {
                append(v, chain[i]);
            }
        }
        routes.commit();
        ruin.removedCount = 0;
        for (int node = 0; node < flat.stops; node++) {
            boolean isRequest = flat.partner[node] < 0 || flat.isPickup[node];
            if (isRequest && routes.routeOf[node] < 0) {
                ruin.add(node);
            }
        }
        markAllDirty();
        // measured: farthest first starts a sixth cheaper than a drawn order, earliest first a fifth with pairs
        orders.arrange(ruin.removed, ruin.removedCount, flat.hasPairs ? Orders.EARLIEST : Orders.FARTHEST);
        insertRemoved(Double.POSITIVE_INFINITY);
        routes.commit();
        noteBest();
    }

    /** An unused vehicle that may serve the whole chain, the cheapest to use first, or -1. */
    private int vehicleFor(int[] chain) {
        int found = -1;
        for (int g = 0; g < flat.groups.length; g++) {
            int v = routes.emptyOf(g);
            boolean[] fits = flat.fits[g];
            if (v >= 0
                    && (found < 0 || flat.fixedUnits[v] < flat.fixedUnits[found])
                    && Arrays.stream(chain).allMatch(node -> fits[node])) {
                found = v;
            }
        }
        return found;
    }

    /**
     * Puts a stop at the end of a route if that is lawful, if need be on a trip of its own; pairs are put in whole by
     * insertion.
     */
    private void append(int v, int node) {
        if (flat.partner[node] >= 0 || routes.routeOf[node] >= 0 || !flat.fits[flat.groupOf[v]][node]) {
            return;
        }
        RouteState r = routes.touch(v);
        if (!appended(r, node) && r.stopCount > 0 && r.reloadCount < flat.reloadsMax[v]) {
            int reload = flat.reloadNode(v);
            r.open(r.length + 1, reload, flat.place[reload]);
            if (!appended(r, node)) {
                r.close(r.length, r.length + 1);
                routes.refresh(r);
            }
        }
    }

    private boolean appended(RouteState r, int node) {
        r.open(r.length + 1, node, flat.place[node]);
        routes.routeOf[node] = r.vehicle;
        routes.refresh(r);
        if (!r.lawful) {
            r.close(r.length, r.length + 1);
            routes.routeOf[node] = -1;
            routes.refresh(r);
        }
        return routes.routeOf[node] >= 0;
    }

    long units() {
        return routes.units + absentUnits;
    }

    private long felt() {
        return routes.felt() + feltUnits;
    }

    /**
     * Begins to search from the best plan seen.
     *
     * @param softly whether required stops may be absent at a lower price for a part of the time, where that promises
     *     anything
     * @param withBonus whether there may be more routes than pay off for a part of the time
     */
    void begin(boolean softly, boolean withBonus) {
        returnToBest();
        if (softly) {
            soft.want();
        }
        if (withBonus && mayMoveMany()) {
            routeBonus.begin(meanRouteLength());
        } else {
            routeBonus.leave();
        }
    }

    /** Where it costs that stops change hands, whole tails or routes that do would move many for little. */
    private boolean mayMoveMany() {
        return flat.moveUnits == 0;
    }

    /** Sets prices for the share that is over of what was begun. */
    void soften(double share) {
        routes.bonus = routeBonus.at(share);
        if (soft.at(share, routes)) {
            feltUnits = 0;
            for (int i = 0; i < absentCount; i++) {
                feltUnits += price(absent[i]);
            }
        }
    }

    private long price(int node) {
        return soft.price(node, absence(node));
    }

    int routesInUse() {
        return flat.vehicles - routes.emptyCount;
    }

    double meanRouteLength() {
        return usedRoutes == 0 ? 1 : (double) (flat.stops - absentCount) / usedRoutes;
    }

    /** One round at a temperature in price units: exchanges of tails, then ruin and recreate. */
    void round(double temperature) {
        rounds++;
        boolean mayMoveMany = mayMoveMany();
        for (int i = 0; mayMoveMany && i < EXCHANGES; i++) {
            if (tails.run(-temperature * Math.log(dice.unit()))) {
                keep();
            }
        }
        insertion.isThorough = rounds % THOROUGH_EVERY == 0;
        long before = felt();
        int countBefore = absentCount;
        long absentUnitsBefore = absentUnits;
        long feltUnitsBefore = feltUnits;
        System.arraycopy(absent, 0, absentBefore, 0, absentCount);
        double limit = before - temperature * Math.log(dice.unit());
        double lot = dice.unit();
        double length = meanRouteLength();
        boolean empties = mayMoveMany && lot < Math.min(EMPTYING_CHANCE_MAX, EMPTYING_STOPS / length);
        int opened = mayMoveMany && lot >= 1 - OPENING_CHANCE ? tails.open() : -1;
        ruin.run(length, opened < 0 ? seed() : opened, empties);
        addAbsent();
        insertion.opensRoutes = !empties;
        orders.arrange(ruin.removed, ruin.removedCount, empties ? emptyingOrder() : orders.draw());
        if (insertRemoved(limit)) {
            keep();
        } else {
            routes.rollback();
            absentCount = countBefore;
            absentUnits = absentUnitsBefore;
            feltUnits = feltUnitsBefore;
            int[] swap = absent;
            absent = absentBefore;
            absentBefore = swap;
        }
    }

    private int seed() {
        return absentCount > 0 && dice.unit() < ABSENT_CHANCE
                ? absent[dice.below(absentCount)]
                : dice.below(flat.stops);
    }

    private int emptyingOrder() {
        return dice.unit() < 0.5 ? Orders.LARGEST : Orders.BY_LOT;
    }

    private void keep() {
        if (recombination != null) {
            recombination.heard(units(), bestUnits);
        }
        routes.collectTouched(isDirty, dirty, dirtyCount);
        dirtyCount = routes.dirtyCount;
        routes.commit();
        if (units() < bestUnits) {
            noteBest();
        }
    }

    private void addAbsent() {
        int tries = Math.min(absentCount, ABSENT_TRIED_MAX);
        for (int i = 0; i < tries; i++) {
            int pick = dice.below(absentCount);
            int node = absent[pick];
            if (insertion.isThorough || insertion.mayFit(node)) {
                absent[pick] = absent[--absentCount];
                ruin.add(node);
                absentUnits -= absence(node);
                feltUnits -= price(node);
            }
        }
    }

    long absence(int node) {
        int other = flat.partner[node];
        return flat.absence[node] + (other >= 0 ? flat.absence[other] : 0);
    }

    /**
     * Puts what was taken out back, cheapest place first come. False when the plan comes to cost the limit or more: since
     * insertions do not make a plan cheaper, the rest is then not tried.
     */
    private boolean insertRemoved(double limit) {
        int count = ruin.removedCount;
        int[] nodes = ruin.removed;
        for (int i = 0; i < count; i++) {
            double left = limit - felt();
            if (left <= 0) {
                return false;
            }
            if (!insert(nodes[i], left)) {
                absent[absentCount++] = nodes[i];
                absentUnits += absence(nodes[i]);
                feltUnits += price(nodes[i]);
            }
        }
        return felt() < limit;
    }

    /** Inserts a stop, but not where that reaches the limit: being absent costs no less, so the round ends. */
    private boolean insert(int node, double limit) {
        long most = price(node);
        insertion.want(node);
        while (true) {
            boolean blinks = dice.unit() < BLINK_CHANCE;
            insertion.search(blinks);
            if (blinks && insertion.delta != Insertion.NOWHERE) {
                insertion.passOver();
            }
            if (insertion.delta == Insertion.NOWHERE || insertion.delta > most || insertion.delta >= limit) {
                return false;
            }
            if (insertion.apply()) {
                return true;
            }
        }
    }

    /** Remembers routes from here on, so that plans can be put together from them, where the problem allows it. */
    void remember() {
        if (Recombination.isPossible(flat)) {
            recombination = new Recombination(routes);
        }
    }

    /** Puts remembered routes together to a better plan where that can be found in the time; it is then the best. */
    void recombine(BooleanSupplier boundsOver, BooleanSupplier searchOver) {
        if (recombination == null) {
            return;
        }
        returnToBest();
        if (absentCount == 0 && recombination.run(boundsOver, searchOver)) {
            keep();
        }
    }

    private void returnToBest() {
        for (int i = 0; i < dirtyCount; i++) {
            routes.place(routes.touch(dirty[i]), -1);
        }
        for (int i = 0; i < dirtyCount; i++) {
            int v = dirty[i];
            isDirty[v] = false;
            routes.fill(routes.touch(v), best[v], best[v].length);
        }
        dirtyCount = 0;
        routes.commit();
        absentCount = 0;
        absentUnits = 0;
        feltUnits = 0;
        for (int node = 0; node < flat.stops; node++) {
            if (routes.routeOf[node] < 0 && (flat.partner[node] < 0 || flat.isPickup[node])) {
                absent[absentCount++] = node;
                absentUnits += absence(node);
                feltUnits += price(node);
            }
        }
    }

    private void markAllDirty() {
        dirtyCount = 0;
        for (int v = 0; v < flat.vehicles; v++) {
            isDirty[v] = true;
            dirty[dirtyCount++] = v;
        }
    }

    void noteBest() {
        bestUnits = units();
        for (int i = 0; i < dirtyCount; i++) {
            int v = dirty[i];
            isDirty[v] = false;
            RouteState r = routes.active[v];
            best[v] = Arrays.copyOfRange(r.node, 1, r.length + 1);
            if (recombination != null) {
                recombination.remember(r);
            }
        }
        dirtyCount = 0;
        usedRoutes = flat.vehicles - routes.emptyCount;
    }
}
