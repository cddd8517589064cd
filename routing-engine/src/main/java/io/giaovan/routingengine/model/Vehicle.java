package io.giaovan.routingengine.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle with its courier for one shift.
 *
 * @param id unique in the problem
 * @param profile names the travel matrix it drives by
 * @param type names its class for service times and zone bans
 * @param startLocation index into the matrix, or {@link #OPEN} when the route begins at its first stop
 * @param endLocation index into the matrix, or {@link #OPEN} when the route ends at its last stop
 * @param capacities most load at once per dimension; as many entries as the problem has dimensions
 * @param skills what it can do
 * @param shift when it works
 * @param breaks pauses in order, at most {@value PlanningProblem#BREAKS_MAX}
 * @param prices what it costs
 * @param limits the most its route may hold
 * @param reloading where it reloads between trips; needed when more than one trip is allowed
 * @param servicePercent its speed at set-up and service: 100 as stated on the stop, 150 takes half as long again
 * @param progress where it is on a route under way, or null before departure
 */
public record Vehicle(
        VehicleId id,
        String profile,
        String type,
        int startLocation,
        int endLocation,
        List<Integer> capacities,
        Set<String> skills,
        Shift shift,
        List<Break> breaks,
        Prices prices,
        RouteLimits limits,
        @Nullable Reloading reloading,
        int servicePercent,
        @Nullable Progress progress) {
    public static final int OPEN = -1;
    public static final int SERVICE_PERCENT_MAX = 1_000;

    public Vehicle {
        String at = "vehicle " + id + ": ";
        Checks.text(at + "profile", profile);
        Checks.text(at + "type", type);
        Checks.range(at + "startLocation", startLocation, OPEN, Integer.MAX_VALUE);
        Checks.range(at + "endLocation", endLocation, OPEN, Integer.MAX_VALUE);
        capacities = Checks.loads(at + "capacities", capacities);
        skills = Set.copyOf(skills);
        breaks = List.copyOf(breaks);
        Checks.size(at + "breaks", breaks.size(), PlanningProblem.BREAKS_MAX);
        Checks.range(at + "servicePercent", servicePercent, 0, SERVICE_PERCENT_MAX);
        int previous = 0;
        for (Break pause : breaks) {
            if (pause.earliestSeconds() < shift.startSeconds() || pause.latestSeconds() > shift.lastSecond()) {
                throw new IllegalArgumentException(at + "breaks: " + pause.earliestSeconds() + " to "
                        + pause.latestSeconds() + " is outside the shift " + shift.startSeconds() + " to "
                        + shift.lastSecond());
            }
            Checks.range(at + "breaks.earliestSeconds", pause.earliestSeconds(), previous, Integer.MAX_VALUE);
            previous = pause.earliestSeconds();
        }
        if (limits.trips() > 1 && reloading == null) {
            throw new IllegalArgumentException(
                    at + "reloading: absent, but limits.trips is " + limits.trips() + "; say where it reloads");
        }
        if (progress != null) {
            Checks.range(at + "progress.tripsDone", progress.tripsDone(), 0, limits.trips() - 1L);
            Checks.range(at + "progress.breaksTaken", progress.breaksTaken(), 0, breaks.size());
            if (new HashSet<>(progress.committed()).size()
                    < progress.committed().size()) {
                throw new IllegalArgumentException(at + "progress.committed: names a stop twice");
            }
        }
    }

    /** A vehicle that starts and ends at one place, costs its distance and has no other limits; refine with {@code with…}. */
    public static Vehicle of(String id, int depot, Integer... capacities) {
        return new Vehicle(
                new VehicleId(id),
                "default",
                "default",
                depot,
                depot,
                List.of(capacities),
                Set.of(),
                Shift.ALWAYS,
                List.of(),
                Prices.DISTANCE,
                RouteLimits.ONE_TRIP,
                null,
                100,
                null);
    }

    public Vehicle withId(VehicleId newId) {
        return new Vehicle(
                newId,
                profile,
                type,
                startLocation,
                endLocation,
                capacities,
                skills,
                shift,
                breaks,
                prices,
                limits,
                reloading,
                servicePercent,
                progress);
    }

    public Vehicle withProfile(String newProfile, String newType) {
        return new Vehicle(
                id,
                newProfile,
                newType,
                startLocation,
                endLocation,
                capacities,
                skills,
                shift,
                breaks,
                prices,
                limits,
                reloading,
                servicePercent,
                progress);
    }

    public Vehicle withEnds(int start, int end) {
        return new Vehicle(
                id,
                profile,
                type,
                start,
                end,
                capacities,
                skills,
                shift,
                breaks,
                prices,
                limits,
                reloading,
                servicePercent,
                progress);
    }

    public Vehicle withSkills(String... newSkills) {
        return new Vehicle(
                id,
                profile,
                type,
                startLocation,
                endLocation,
                capacities,
                Set.of(newSkills),
                shift,
                breaks,
                prices,
                limits,
                reloading,
                servicePercent,
                progress);
    }

    public Vehicle withShift(Shift newShift, Break... newBreaks) {
        return new Vehicle(
                id,
                profile,
                type,
                startLocation,
                endLocation,
                capacities,
                skills,
                newShift,
                List.of(newBreaks),
                prices,
                limits,
                reloading,
                servicePercent,
                progress);
    }

    public Vehicle withPrices(Prices newPrices) {
        return new Vehicle(
                id,
                profile,
                type,
                startLocation,
                endLocation,
                capacities,
                skills,
                shift,
                breaks,
                newPrices,
                limits,
                reloading,
                servicePercent,
                progress);
    }

    public Vehicle withLimits(RouteLimits newLimits, @Nullable Reloading newReloading) {
        return new Vehicle(
                id,
                profile,
                type,
                startLocation,
                endLocation,
                capacities,
                skills,
                shift,
                breaks,
                prices,
                newLimits,
                newReloading,
                servicePercent,
                progress);
    }

    public Vehicle withServicePercent(int percent) {
        return new Vehicle(
                id,
                profile,
                type,
                startLocation,
                endLocation,
                capacities,
                skills,
                shift,
                breaks,
                prices,
                limits,
                reloading,
                percent,
                progress);
    }

    public Vehicle withProgress(@Nullable Progress newProgress) {
        return new Vehicle(
                id,
                profile,
                type,
                startLocation,
                endLocation,
                capacities,
                skills,
                shift,
                breaks,
                prices,
                limits,
                reloading,
                servicePercent,
                newProgress);
    }

    /** Where planning begins: the place it has reached when under way, else its start. */
    public int fromLocation() {
        return progress == null ? startLocation : progress.location();
    }
}
