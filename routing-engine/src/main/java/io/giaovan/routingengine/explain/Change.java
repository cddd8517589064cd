package io.giaovan.routingengine.explain;

import io.giaovan.routingengine.model.Break;
import io.giaovan.routingengine.model.Law;
import io.giaovan.routingengine.model.PlanningProblem;
import io.giaovan.routingengine.model.Shift;
import io.giaovan.routingengine.model.Stop;
import io.giaovan.routingengine.model.StopId;
import io.giaovan.routingengine.model.Vehicle;
import io.giaovan.routingengine.model.VehicleId;
import io.giaovan.routingengine.model.Window;
import io.giaovan.routingengine.model.ZoneBan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** One change to a problem that may make room for a stop. */
public sealed interface Change {
    /** The problem with the change made. */
    PlanningProblem applied(PlanningProblem problem);

    /** What it weighs, in minor units. */
    long price(PlanningProblem problem, UnlockPrices prices);

    /** In words, with values. */
    String words();

    /** One stable word for the kind of change, part of the API. */
    default String kind() {
        return switch (this) {
            case WidenWindow _ -> "WIDEN_WINDOW";
            case ExtendShift _ -> "EXTEND_SHIFT";
            case PutOffBreak _ -> "PUT_OFF_BREAK";
            case AddCapacity _ -> "ADD_CAPACITY";
            case RaiseCashLimit _ -> "RAISE_CASH_LIMIT";
            case RaiseLimit _ -> "RAISE_LIMIT";
            case AddSkills _ -> "ADD_SKILLS";
            case AllowVehicle _ -> "ALLOW_VEHICLE";
            case PermitInZone _ -> "PERMIT_IN_ZONE";
            case ReadyEarlier _ -> "READY_EARLIER";
            case LeaveOut _ -> "LEAVE_OUT";
            case AddVehicle _ -> "ADD_VEHICLE";
            case RaiseSkipPrice _ -> "RAISE_SKIP_PRICE";
        };
    }

    /** A stop's last window ends later. */
    record WidenWindow(StopId stop, int seconds) implements Change {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return change(problem, stop, before -> {
                List<Window> windows = new ArrayList<>(before.windows());
                Window last = windows.removeLast();
                windows.add(new Window(last.startSeconds(), last.endSeconds() + seconds));
                return before.withWindows(windows.toArray(Window[]::new));
            });
        }

        @Override
        public long price(PlanningProblem problem, UnlockPrices prices) {
            return UnlockPrices.hours(prices.windowPerHour(), seconds);
        }

        @Override
        public String words() {
            return "stop " + stop + ": the last window ends " + seconds + " s later";
        }
    }

    /** A shift may last longer, as overtime. */
    record ExtendShift(VehicleId vehicle, int seconds) implements Change {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return change(problem, vehicle, before -> {
                Shift shift = before.shift();
                return before.withShift(
                        new Shift(
                                shift.startSeconds(),
                                shift.endSeconds(),
                                shift.overtimeSecondsMax() + seconds,
                                shift.overtimePricePerHour()),
                        before.breaks().toArray(Break[]::new));
            });
        }

        @Override
        public long price(PlanningProblem problem, UnlockPrices prices) {
            return UnlockPrices.hours(prices.shiftPerHour(), seconds);
        }

        @Override
        public String words() {
            return "vehicle " + vehicle + ": " + seconds + " s more overtime";
        }
    }

    /** A break may begin later. */
    record PutOffBreak(VehicleId vehicle, int index, int seconds) implements Change {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return change(problem, vehicle, before -> {
                List<Break> breaks = new ArrayList<>(before.breaks());
                Break pause = breaks.get(index);
                breaks.set(index, new Break(pause.earliestSeconds(), pause.latestSeconds() + seconds, pause.seconds()));
                return before.withShift(before.shift(), breaks.toArray(Break[]::new));
            });
        }

        @Override
        public long price(PlanningProblem problem, UnlockPrices prices) {
            return UnlockPrices.hours(prices.shiftPerHour(), seconds);
        }

        @Override
        public String words() {
            return "vehicle " + vehicle + ": break " + index + " begins up to " + seconds + " s later";
        }
    }

    /** A vehicle carries more. */
    record AddCapacity(VehicleId vehicle, int dimension, int amount) implements Change {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return change(problem, vehicle, before -> {
                List<Integer> capacities = new ArrayList<>(before.capacities());
                capacities.set(dimension, capacities.get(dimension) + amount);
                return Vehicles.withCapacities(before, capacities);
            });
        }

        @Override
        public long price(PlanningProblem problem, UnlockPrices prices) {
            int present = Vehicles.get(problem, vehicle).capacities().get(dimension);
            return UnlockPrices.share(prices.capacityDoubled(), amount, present);
        }

        @Override
        public String words() {
            return "vehicle " + vehicle + ": carries " + amount + " more of load " + dimension;
        }
    }

    /** A courier may hold more cash. */
    record RaiseCashLimit(VehicleId vehicle, long amount) implements Change {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return change(problem, vehicle, before -> Vehicles.withLimit(before, Law.CASH_LIMIT, amount));
        }

        @Override
        public long price(PlanningProblem problem, UnlockPrices prices) {
            long present = Vehicles.get(problem, vehicle).limits().cash();
            return UnlockPrices.share(prices.cashDoubled(), amount, present);
        }

        @Override
        public String words() {
            return "vehicle " + vehicle + ": cash limit " + amount + " higher";
        }
    }

    /** A route may have more stops, metres, seconds or trips. */
    record RaiseLimit(VehicleId vehicle, Law law, int amount) implements Change {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return change(problem, vehicle, before -> Vehicles.withLimit(before, law, amount));
        }

        @Override
        public long price(PlanningProblem problem, UnlockPrices prices) {
            return switch (law) {
                case MOST_SECONDS -> UnlockPrices.hours(prices.shiftPerHour(), amount);
                case MOST_METRES -> Math.max(1, prices.perKilometre() * amount / 1_000);
                default -> prices.oneMore() * amount;
            };
        }

        @Override
        public String words() {
            return "vehicle " + vehicle + ": " + law.label() + " " + amount + " higher";
        }
    }

    /** A courier can do more. */
    record AddSkills(VehicleId vehicle, Set<String> skills) implements Change {
        public AddSkills {
            skills = Set.copyOf(skills);
        }

        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return change(problem, vehicle, before -> {
                Set<String> all = new HashSet<>(before.skills());
                all.addAll(skills);
                return before.withSkills(all.toArray(String[]::new));
            });
        }

        @Override
        public long price(PlanningProblem problem, UnlockPrices prices) {
            return prices.skill() * skills.size();
        }

        @Override
        public String words() {
            return "vehicle " + vehicle + ": has also " + new TreeSet<>(skills);
        }
    }

    /** A stop may also be served by a vehicle it was kept from. */
    record AllowVehicle(StopId stop, VehicleId vehicle) implements Change {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return change(problem, stop, before -> {
                Set<VehicleId> all = new HashSet<>(before.allowedVehicles());
                all.add(vehicle);
                return before.withAllowedVehicles(all);
            });
        }

        @Override
        public long price(PlanningProblem problem, UnlockPrices prices) {
            return prices.vehicleAllowed();
        }

        @Override
        public String words() {
            return "stop " + stop + ": vehicle " + vehicle + " may serve it too";
        }
    }

    /** Vehicles of one type may stand at a stop although its zone is closed. */
    record PermitInZone(StopId stop, String vehicleType) implements Change {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            Set<String> types = new HashSet<>();
            problem.vehicles().forEach(vehicle -> types.add(vehicle.type()));
            types.remove(vehicleType);
            return change(problem, stop, before -> {
                List<ZoneBan> bans = new ArrayList<>();
                for (ZoneBan ban : before.zoneBans()) {
                    Set<String> banned = new HashSet<>(ban.vehicleTypes().isEmpty() ? types : ban.vehicleTypes());
                    banned.remove(vehicleType);
                    if (!banned.isEmpty()) {
                        bans.add(new ZoneBan(banned, ban.fromSeconds(), ban.toSeconds()));
                    }
                }
                return before.withZoneBans(bans.toArray(ZoneBan[]::new));
            });
        }

        @Override
        public long price(PlanningProblem problem, UnlockPrices prices) {
            return prices.zonePermit();
        }

        @Override
        public String words() {
            return "stop " + stop + ": a permit for " + vehicleType + " in its zone";
        }
    }

    /** Goods are ready earlier. */
    record ReadyEarlier(StopId stop, int seconds) implements Change {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return change(problem, stop, before -> before.withRelease(Math.max(0, before.releaseSeconds() - seconds)));
        }

        @Override
        public long price(PlanningProblem problem, UnlockPrices prices) {
            return UnlockPrices.hours(prices.readyPerHour(), seconds);
        }

        @Override
        public String words() {
            return "stop " + stop + ": its goods are ready " + seconds + " s earlier";
        }
    }

    /** Another stop is left out instead; the problem stays as it is. */
    record LeaveOut(StopId stop) implements Change {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return problem;
        }

        @Override
        public long price(PlanningProblem problem, UnlockPrices prices) {
            return Vehicles.stop(problem, stop).priority() * prices.leftOut();
        }

        @Override
        public String words() {
            return "stop " + stop + " is left out instead";
        }
    }

    /** One more vehicle like another, from its start. */
    record AddVehicle(VehicleId like, VehicleId id) implements Change {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            List<Vehicle> vehicles = new ArrayList<>(problem.vehicles());
            vehicles.add(Vehicles.fresh(Vehicles.get(problem, like), id));
            return problem.withVehicles(vehicles);
        }

        @Override
        public long price(PlanningProblem problem, UnlockPrices prices) {
            return prices.vehicle();
        }

        @Override
        public String words() {
            return "one more vehicle like " + like;
        }
    }

    /** Leaving an optional stop out costs more. */
    record RaiseSkipPrice(StopId stop, long minor) implements Change {
        @Override
        public PlanningProblem applied(PlanningProblem problem) {
            return change(problem, stop, before -> before.optionalAt(before.skipPrice() + minor));
        }

        @Override
        public long price(PlanningProblem problem, UnlockPrices prices) {
            return minor;
        }

        @Override
        public String words() {
            return "stop " + stop + ": leaving it out costs " + minor + " more";
        }
    }

    private static PlanningProblem change(PlanningProblem problem, StopId id, UnaryOperator<Stop> step) {
        return problem.withStops(problem.stops().stream()
                .map(stop -> stop.id().equals(id) ? step.apply(stop) : stop)
                .toList());
    }

    private static PlanningProblem change(PlanningProblem problem, VehicleId id, UnaryOperator<Vehicle> step) {
        return problem.withVehicles(problem.vehicles().stream()
                .map(vehicle -> vehicle.id().equals(id) ? step.apply(vehicle) : vehicle)
                .toList());
    }
}
