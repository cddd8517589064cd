package io.giaovan.routingengine.explain;

import io.giaovan.routingengine.check.PlanCheck;
import io.giaovan.routingengine.model.Plan;
import io.giaovan.routingengine.model.PlanScore;
import io.giaovan.routingengine.model.PlannedRoute;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.rule.TriedRoute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the cheapest changes that make a stop fit. A candidate counts when the whole plan with the changes made and the
 * stop in it passes the judge.
 */
final class Unlocking {
    private static final int ROUNDS_MAX = 4;
    private static final int CANDIDATES_MAX = 12;
    private static final int SWAPS_MAX = 60;

    private final PlanningProblem problem;
    private final Plan plan;
    private final UnlockPrices prices;
    private final List<Row> rows;
    private final Set<StopId> paired = new HashSet<>();
    private int trials;

    Unlocking(PlanningProblem problem, Plan plan, UnlockPrices prices, List<Row> rows) {
        this.problem = problem;
        this.plan = plan;
        this.prices = prices;
        this.rows = rows;
        problem.shipments().forEach(shipment -> {
            paired.add(shipment.pickup());
            paired.add(shipment.delivery());
        });
    }

    /** A route to be made lawful and what that takes at first sight. */
    private record Candidate(Vehicle vehicle, List<@Nullable Stop> visits, List<Change> changes, long price) {}

    /** The cheapest that pass the judge, no two of the same kind. */
    List<Unlock> unlocks(List<Stop> wanted, List<Trial> inserted) {
        List<Candidate> candidates = new ArrayList<>();
        for (Trial trial : inserted) {
            List<Change> changes = new ArrayList<>(changes(trial));
            if (changes.isEmpty() && !wanted.getFirst().required()) {
                wanted.forEach(stop -> changes.add(new Change.RaiseSkipPrice(stop.id(), shortfall(wanted, trial))));
            }
            candidates.add(candidate(trial.vehicle(), trial.visits(), changes));
        }
        swaps(wanted, candidates);
        moreVehicles(wanted, candidates);
        candidates.sort(Comparator.comparingLong(Candidate::price)
                .thenComparing(candidate -> candidate.vehicle().id().value()));
        List<Unlock> unlocks = new ArrayList<>();
        Set<List<Class<?>>> kinds = new HashSet<>();
        int tried = 0;
        for (Candidate candidate : candidates) {
            boolean enough =
                    unlocks.size() >= UnplannedReasons.UNLOCKS_MAX || tried >= CANDIDATES_MAX && !unlocks.isEmpty();
            if (!enough && !kinds.contains(kind(candidate.changes()))) {
                tried++;
                tried(candidate).ifPresent(unlock -> {
                    if (kinds.add(kind(unlock.changes()))) {
                        kinds.add(kind(candidate.changes()));
                        unlocks.add(unlock);
                    }
                });
            }
        }
        unlocks.sort(Comparator.comparingLong(Unlock::price));
        return unlocks;
    }

    /** Why an optional stop that would fit is left out. */
    String notWorth(List<Stop> wanted, Trial inserted) {
        return "Serving it costs " + minor(addedUnits(inserted)) + ", leaving it out " + skipped(wanted);
    }

    int takeTrials() {
        int taken = trials;
        trials = 0;
        return taken;
    }

    private static List<Change> changes(Trial trial) {
        List<Change> changes = trial.changes();
        return changes == null ? List.of() : changes;
    }

    private Candidate candidate(Vehicle vehicle, List<@Nullable Stop> visits, List<Change> changes) {
        return new Candidate(vehicle, visits, changes, Trial.priceOf(problem, changes, prices));
    }

    private static List<Class<?>> kind(List<Change> changes) {
        return changes.stream().<Class<?>>map(Change::getClass).distinct().toList();
    }

    /** Takes the place of a stop that counts for less. */
    private void swaps(List<Stop> wanted, List<Candidate> candidates) {
        int weight = wanted.getFirst().required() ? wanted.getFirst().priority() : 0;
        int left = SWAPS_MAX;
        for (Row row : wanted.size() > 1 ? List.<Row>of() : rows) {
            for (int place = row.fixed(); place < row.visits().size() && left > 0; place++) {
                Stop other = row.visits().get(place);
                boolean lesser = other != null && (other.required() ? other.priority() : 0) < weight;
                if (other != null && lesser && !paired.contains(other.id())) {
                    left--;
                    List<@Nullable Stop> visits = row.without(place);
                    visits.add(place, wanted.getFirst());
                    trials++;
                    if (TriedRoute.of(problem, row.vehicle(), visits).isLawful()) {
                        candidates.add(candidate(row.vehicle(), visits, List.of(new Change.LeaveOut(other.id()))));
                    }
                }
            }
        }
    }

    /** One more vehicle of each type, with nothing else to do. */
    private void moreVehicles(List<Stop> wanted, List<Candidate> candidates) {
        if (problem.vehicles().size() >= PlanningProblem.VEHICLES_MAX) {
            return;
        }
        Map<String, Vehicle> types = new HashMap<>();
        rows.forEach(row -> types.putIfAbsent(
                row.vehicle().type() + "|" + row.vehicle().profile() + "|"
                        + row.vehicle().skills(),
                row.vehicle()));
        for (Vehicle like : types.values()) {
            VehicleId id = freshId(like);
            Vehicle fresh = Vehicles.fresh(like, id);
            trials++;
            List<@Nullable Stop> visits = new ArrayList<>(wanted);
            TriedRoute tried = TriedRoute.of(problem, fresh, visits);
            Change one = new Change.AddVehicle(like.id(), id);
            Relief.of(fresh, visits, tried).ifPresent(others -> {
                List<Change> changes = new ArrayList<>(List.of(one));
                changes.addAll(others);
                candidates.add(new Candidate(fresh, visits, List.of(one), price(changes)));
            });
        }
    }

    private VehicleId freshId(Vehicle like) {
        Set<VehicleId> taken = new HashSet<>();
        problem.vehicles().forEach(vehicle -> taken.add(vehicle.id()));
        String start = like.id().value();
        start = start.substring(0, Math.min(80, start.length()));
        for (int number = 2; ; number++) {
            VehicleId id = new VehicleId(start + "+" + number);
            if (!taken.contains(id)) {
                return id;
            }
        }
    }

    /** Makes the changes, and those they show to be needed beside them, and has the plan that comes of it judged. */
    private Optional<Unlock> tried(Candidate candidate) {
        List<Change> changes = new ArrayList<>(candidate.changes());
        for (int round = 0; round < ROUNDS_MAX; round++) {
            PlanningProblem changed = problem;
            for (Change change : changes) {
                changed = change.applied(changed);
            }
            Map<StopId, Stop> stops = new HashMap<>();
            changed.stops().forEach(stop -> stops.put(stop.id(), stop));
            List<@Nullable Stop> visits = new ArrayList<>();
            for (Stop stop : candidate.visits()) {
                visits.add(stop == null ? null : stops.get(stop.id()));
            }
            Vehicle vehicle = Vehicles.get(changed, candidate.vehicle().id());
            TriedRoute tried = TriedRoute.of(changed, vehicle, visits);
            trials++;
            if (tried.isLawful()) {
                return judged(changed, changes, tried.route());
            }
            Optional<List<Change>> more = Relief.of(vehicle, visits, tried);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            changes.addAll(more.get());
        }
        return Optional.empty();
    }

    private Optional<Unlock> judged(PlanningProblem changed, List<Change> changes, PlannedRoute route) {
        Unlock unlock = new Unlock(changes, price(changes), 0, route);
        Plan with = unlock.planned(changed, plan);
        if (!PlanCheck.judge(changed, with).isLawful()) {
            return Optional.empty();
        }
        return Optional.of(new Unlock(
                changes,
                unlock.price(),
                minor(with.score().soft() - plan.score().soft()),
                route));
    }

    /** Each change is priced in the problem that the ones before it made. */
    private long price(List<Change> changes) {
        long price = 0;
        PlanningProblem changed = problem;
        for (Change change : changes) {
            price += change.price(changed, prices);
            changed = change.applied(changed);
        }
        return price;
    }

    private long addedUnits(Trial trial) {
        long before = rows.stream()
                .filter(row -> row.vehicle().id().equals(trial.vehicle().id()))
                .mapToLong(Row::costUnits)
                .sum();
        return trial.costUnits() - before;
    }

    private long shortfall(List<Stop> wanted, Trial trial) {
        return Math.max(1, minor(addedUnits(trial)) - skipped(wanted) + 1);
    }

    private static long skipped(List<Stop> wanted) {
        return wanted.stream().mapToLong(Stop::skipPrice).sum();
    }

    private static long minor(long units) {
        return new PlanScore(0, 0, units).costMinor();
    }
}
