package io.giaovan.routingengine.promise;

import io.giaovan.routingengine.network.zone.VehicleTraits;
import java.util.List;

/**
 * A place on the day's routes, in seconds from the day's midnight.
 *
 * @param key hold or delivery
 * @param location in {@link DayTravel}
 * @param earliest first second at which work may begin
 * @param latest last second at which work may begin, so that it ends inside the window
 * @param serviceSeconds time at the door
 * @param releaseSeconds the trip leaves no earlier
 * @param grams weight
 * @param cubicCentimetres volume
 * @param bans when which vehicles must not stand here
 */
record DayStop(
        String key,
        int location,
        int earliest,
        int latest,
        int serviceSeconds,
        int releaseSeconds,
        int grams,
        int cubicCentimetres,
        List<Ban> bans) {
    /** A begin that is no moment of any day; later than every {@code latest} and far from overflowing. */
    static final int NEVER = Integer.MAX_VALUE / 4;

    /** A time, in seconds from midnight, in which a vehicle of these traits may not stand here; its ends may be touched. */
    record Ban(VehicleTraits vehicle, int from, int to) {
        /** Whether work that begins then, for so long, would lie in the ban. */
        boolean forbids(int begin, int serviceSeconds) {
            return begin < to && begin + serviceSeconds > from;
        }
    }

    DayStop {
        bans = List.copyOf(bans);
    }

    /** When work begins for a vehicle that is here at a second; after {@code latest} when it cannot. */
    int begins(VehicleTraits vehicle, int arrival) {
        int begin = Math.max(arrival, earliest);
        for (boolean moved = true; moved && begin <= latest; ) {
            moved = false;
            for (Ban ban : bans) {
                if (ban.vehicle().equals(vehicle) && ban.forbids(begin, serviceSeconds)) {
                    begin = ban.to();
                    moved = true;
                }
            }
        }
        return begin <= latest ? begin : NEVER;
    }

    /** The last second at which a vehicle must be here so that work begins by another; below 0 when there is none. */
    int latestBegin(VehicleTraits vehicle, int by) {
        int begin = Math.min(by, latest);
        for (boolean moved = true; moved && begin >= 0; ) {
            moved = false;
            for (Ban ban : bans) {
                if (ban.vehicle().equals(vehicle) && ban.forbids(begin, serviceSeconds)) {
                    begin = ban.from() - serviceSeconds;
                    moved = true;
                }
            }
        }
        return begin;
    }

    DayStop named(String newKey) {
        return new DayStop(
                newKey, location, earliest, latest, serviceSeconds, releaseSeconds, grams, cubicCentimetres, bans);
    }
}
