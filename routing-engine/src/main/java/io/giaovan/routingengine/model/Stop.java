package io.giaovan.routingengine.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A visit that is wanted. Goods in {@code deliver} are loaded at the depot (the start of the trip), goods in
 * {@code collect} stay on board to the end of the trip; a stop of a {@link Shipment} has neither and takes its load from
 * there.
 *
 * @param id unique in the problem
 * @param location index into the travel matrix
 * @param serviceSeconds time at the stop
 * @param setupSeconds time spent first (parking, walking), only when the visit before was at another location
 * @param serviceSecondsByType service time for a vehicle type, instead of {@code serviceSeconds}
 * @param deliver load per dimension brought from the depot; empty means none
 * @param collect load per dimension taken to the depot; empty means none
 * @param windows when work may begin, in order and apart; empty means any time
 * @param lateSecondsMax how much later than the last window work may begin
 * @param latePricePerHour minor units for an hour of lateness
 * @param skills what the vehicle must be able to do
 * @param priority 1 to {@value #PRIORITY_MAX}: weight of leaving a required stop unplanned
 * @param required whether leaving it unplanned counts above every cost
 * @param skipPrice minor units for leaving it unplanned when it is not required
 * @param releaseSeconds when the goods are ready at the depot: the trip that carries them leaves no earlier
 * @param cashToCollect minor units of cash taken at the door
 * @param allowedVehicles vehicles that may serve it; empty means all
 * @param zoneBans times at which some vehicle types may not stand here
 */
public record Stop(
        StopId id,
        int location,
        int serviceSeconds,
        int setupSeconds,
        Map<String, Integer> serviceSecondsByType,
        List<Integer> deliver,
        List<Integer> collect,
        List<Window> windows,
        int lateSecondsMax,
        long latePricePerHour,
        Set<String> skills,
        int priority,
        boolean required,
        long skipPrice,
        int releaseSeconds,
        long cashToCollect,
        Set<VehicleId> allowedVehicles,
        List<ZoneBan> zoneBans) {
    public static final int PRIORITY_MAX = 100;
    public static final int WINDOWS_MAX = 16;

    public Stop {
        String at = "stop " + id + ": ";
        Checks.range(at + "location", location, 0, Integer.MAX_VALUE);
        Checks.range(at + "serviceSeconds", serviceSeconds, 0, PlanningProblem.SECONDS_MAX);
        Checks.range(at + "setupSeconds", setupSeconds, 0, PlanningProblem.SECONDS_MAX);
        serviceSecondsByType = Map.copyOf(serviceSecondsByType);
        serviceSecondsByType.forEach((type, seconds) ->
                Checks.range(at + "serviceSecondsByType." + type, seconds, 0, PlanningProblem.SECONDS_MAX));
        deliver = Checks.loads(at + "deliver", deliver);
        collect = Checks.loads(at + "collect", collect);
        windows = List.copyOf(windows);
        Checks.size(at + "windows", windows.size(), WINDOWS_MAX);
        for (int i = 1; i < windows.size(); i++) {
            Checks.range(
                    at + "windows[" + i + "].startSeconds",
                    windows.get(i).startSeconds(),
                    windows.get(i - 1).endSeconds() + 1L,
                    PlanningProblem.SECONDS_MAX);
        }
        Checks.range(at + "lateSecondsMax", lateSecondsMax, 0, PlanningProblem.SECONDS_MAX);
        Checks.range(at + "latePricePerHour", latePricePerHour, 0, PlanningProblem.PRICE_MAX);
        skills = Set.copyOf(skills);
        Checks.range(at + "priority", priority, 1, PRIORITY_MAX);
        Checks.range(at + "skipPrice", skipPrice, 0, PlanningProblem.PRICE_MAX);
        Checks.range(at + "releaseSeconds", releaseSeconds, 0, PlanningProblem.SECONDS_MAX);
        Checks.range(at + "cashToCollect", cashToCollect, 0, PlanningProblem.PRICE_MAX);
        allowedVehicles = Set.copyOf(allowedVehicles);
        zoneBans = List.copyOf(zoneBans);
        Checks.size(at + "zoneBans", zoneBans.size(), WINDOWS_MAX);
    }

    /** A required stop that brings goods from the depot at any time; refine with {@code with…}. */
    public static Stop of(String id, int location, Integer... deliver) {
        return new Stop(
                new StopId(id),
                location,
                0,
                0,
                Map.of(),
                List.of(deliver),
                List.of(),
                List.of(),
                0,
                0,
                Set.of(),
                1,
                true,
                0,
                0,
                0,
                Set.of(),
                List.of());
    }

    public Stop withService(int seconds, int setup) {
        return new Stop(
                id,
                location,
                seconds,
                setup,
                serviceSecondsByType,
                deliver,
                collect,
                windows,
                lateSecondsMax,
                latePricePerHour,
                skills,
                priority,
                required,
                skipPrice,
                releaseSeconds,
                cashToCollect,
                allowedVehicles,
                zoneBans);
    }

    public Stop withServiceByType(Map<String, Integer> secondsByType) {
        return new Stop(
                id,
                location,
                serviceSeconds,
                setupSeconds,
                secondsByType,
                deliver,
                collect,
                windows,
                lateSecondsMax,
                latePricePerHour,
                skills,
                priority,
                required,
                skipPrice,
                releaseSeconds,
                cashToCollect,
                allowedVehicles,
                zoneBans);
    }

    public Stop withLoads(List<Integer> newDeliver, List<Integer> newCollect) {
        return new Stop(
                id,
                location,
                serviceSeconds,
                setupSeconds,
                serviceSecondsByType,
                newDeliver,
                newCollect,
                windows,
                lateSecondsMax,
                latePricePerHour,
                skills,
                priority,
                required,
                skipPrice,
                releaseSeconds,
                cashToCollect,
                allowedVehicles,
                zoneBans);
    }

    public Stop withWindows(Window... newWindows) {
        return new Stop(
                id,
                location,
                serviceSeconds,
                setupSeconds,
                serviceSecondsByType,
                deliver,
                collect,
                List.of(newWindows),
                lateSecondsMax,
                latePricePerHour,
                skills,
                priority,
                required,
                skipPrice,
                releaseSeconds,
                cashToCollect,
                allowedVehicles,
                zoneBans);
    }

    public Stop withLateness(int secondsMax, long pricePerHour) {
        return new Stop(
                id,
                location,
                serviceSeconds,
                setupSeconds,
                serviceSecondsByType,
                deliver,
                collect,
                windows,
                secondsMax,
                pricePerHour,
                skills,
                priority,
                required,
                skipPrice,
                releaseSeconds,
                cashToCollect,
                allowedVehicles,
                zoneBans);
    }

    public Stop withSkills(String... newSkills) {
        return new Stop(
                id,
                location,
                serviceSeconds,
                setupSeconds,
                serviceSecondsByType,
                deliver,
                collect,
                windows,
                lateSecondsMax,
                latePricePerHour,
                Set.of(newSkills),
                priority,
                required,
                skipPrice,
                releaseSeconds,
                cashToCollect,
                allowedVehicles,
                zoneBans);
    }

    public Stop withPriority(int newPriority) {
        return new Stop(
                id,
                location,
                serviceSeconds,
                setupSeconds,
                serviceSecondsByType,
                deliver,
                collect,
                windows,
                lateSecondsMax,
                latePricePerHour,
                skills,
                newPriority,
                true,
                0,
                releaseSeconds,
                cashToCollect,
                allowedVehicles,
                zoneBans);
    }

    public Stop optionalAt(long newSkipPrice) {
        return new Stop(
                id,
                location,
                serviceSeconds,
                setupSeconds,
                serviceSecondsByType,
                deliver,
                collect,
                windows,
                lateSecondsMax,
                latePricePerHour,
                skills,
                priority,
                false,
                newSkipPrice,
                releaseSeconds,
                cashToCollect,
                allowedVehicles,
                zoneBans);
    }

    public Stop withRelease(int newReleaseSeconds) {
        return new Stop(
                id,
                location,
                serviceSeconds,
                setupSeconds,
                serviceSecondsByType,
                deliver,
                collect,
                windows,
                lateSecondsMax,
                latePricePerHour,
                skills,
                priority,
                required,
                skipPrice,
                newReleaseSeconds,
                cashToCollect,
                allowedVehicles,
                zoneBans);
    }

    public Stop withCash(long newCashToCollect) {
        return new Stop(
                id,
                location,
                serviceSeconds,
                setupSeconds,
                serviceSecondsByType,
                deliver,
                collect,
                windows,
                lateSecondsMax,
                latePricePerHour,
                skills,
                priority,
                required,
                skipPrice,
                releaseSeconds,
                newCashToCollect,
                allowedVehicles,
                zoneBans);
    }

    public Stop withAllowedVehicles(Set<VehicleId> vehicles) {
        return new Stop(
                id,
                location,
                serviceSeconds,
                setupSeconds,
                serviceSecondsByType,
                deliver,
                collect,
                windows,
                lateSecondsMax,
                latePricePerHour,
                skills,
                priority,
                required,
                skipPrice,
                releaseSeconds,
                cashToCollect,
                vehicles,
                zoneBans);
    }

    public Stop withZoneBans(ZoneBan... bans) {
        return new Stop(
                id,
                location,
                serviceSeconds,
                setupSeconds,
                serviceSecondsByType,
                deliver,
                collect,
                windows,
                lateSecondsMax,
                latePricePerHour,
                skills,
                priority,
                required,
                skipPrice,
                releaseSeconds,
                cashToCollect,
                allowedVehicles,
                List.of(bans));
    }

    /** Service time on a vehicle, without set-up: the type's own time if stated, times the vehicle's percentage, rounded up. */
    public int serviceSecondsOn(Vehicle vehicle) {
        int base = serviceSecondsByType.getOrDefault(vehicle.type(), serviceSeconds);
        return scaled(base, vehicle.servicePercent());
    }

    /** Set-up time on a vehicle that comes from another location, rounded up. */
    public int setupSecondsOn(Vehicle vehicle) {
        return scaled(setupSeconds, vehicle.servicePercent());
    }

    private static int scaled(int seconds, int percent) {
        return (int) (((long) seconds * percent + 99) / 100);
    }
}
