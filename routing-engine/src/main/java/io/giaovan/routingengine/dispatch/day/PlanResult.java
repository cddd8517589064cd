package io.giaovan.routingengine.dispatch.day;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.dispatch.route.RouteStop;
import io.giaovan.routingengine.dispatch.route.StopProgress;
import io.giaovan.routingengine.fleet.CourierId;
import java.time.Instant;
import java.util.List;

/**
 * What planning found.
 *
 * @param routes one per trip, in order of couriers and trips
 * @param unplanned parcels that are on no route, with the reason
 * @param cost đồng
 * @param metres all routes together
 * @param iterations of the search
 * @param solveMillis time it took on this machine
 */
public record PlanResult(
        List<Trip> routes, List<Unplanned> unplanned, long cost, long metres, long iterations, long solveMillis) {
    public PlanResult {
        routes = List.copyOf(routes);
        unplanned = List.copyOf(unplanned);
    }

    /**
     * A courier's round from the depot and back.
     *
     * @param courier who drives
     * @param departAt leaves the depot
     * @param backAt is back
     * @param metres length
     * @param cost đồng, the courier's whole cost being on the first trip
     * @param stops in order
     */
    public record Trip(
            CourierId courier, Instant departAt, Instant backAt, int metres, long cost, List<TripStop> stops) {
        public Trip {
            stops = List.copyOf(stops);
        }

        /** Driving time from the last stop back. */
        public int returnSeconds() {
            Instant left = stops.isEmpty()
                    ? departAt
                    : stops.getLast().eta().plusSeconds(stops.getLast().serviceSeconds());
            return (int) Math.max(0, backAt.getEpochSecond() - left.getEpochSecond());
        }
    }

    /**
     * A stop of a trip.
     *
     * @param delivery what is brought
     * @param point where
     * @param promised the promised window
     * @param eta when work begins
     * @param travelSeconds driving time from the stop before
     * @param metres way from there
     * @param serviceSeconds time at the door
     * @param late whether it ends after the promised window
     * @param costShare đồng that the courier's day would cost less without it
     * @param slackSeconds how much later the courier may come before something becomes late or unlawful
     * @param whyLate why work begins after the promised window, empty when it does not
     */
    public record TripStop(
            DeliveryId delivery,
            GeoPoint point,
            TimeWindow promised,
            Instant eta,
            int travelSeconds,
            int metres,
            int serviceSeconds,
            boolean late,
            long costShare,
            int slackSeconds,
            String whyLate) {
        /** The stop on its courier's route, where nobody has been yet. */
        public RouteStop onRoute(int number) {
            return new RouteStop(
                    number,
                    delivery,
                    point,
                    promised,
                    travelSeconds,
                    metres,
                    serviceSeconds,
                    eta,
                    eta,
                    eta,
                    late,
                    StopProgress.WAITING,
                    null,
                    null);
        }
    }

    /**
     * A parcel that is on no route.
     *
     * @param delivery which
     * @param reason stable word, see {@code explain}
     * @param detail the reason with its figures
     * @param byCourier what keeps it from each courier; empty when dispatch itself leaves it out, and for the last of very many
     * @param unlocks changes that would make it fit, cheapest first, each tried and judged
     */
    public record Unplanned(
            DeliveryId delivery, String reason, String detail, List<OnCourier> byCourier, List<Unlock> unlocks) {
        public Unplanned {
            byCourier = List.copyOf(byCourier);
            unlocks = List.copyOf(unlocks);
        }
    }

    /**
     * What keeps a parcel from one courier.
     *
     * @param courier who
     * @param reason stable word, see {@code explain}
     * @param detail with its figures
     */
    public record OnCourier(CourierId courier, String reason, String detail) {}

    /**
     * What would have to be different for a parcel to fit.
     *
     * @param courier whose route would take it, or whom one more courier would be like
     * @param kinds stable words for the changes
     * @param detail the changes in words
     * @param price what they weigh, đồng
     */
    public record Unlock(CourierId courier, List<String> kinds, String detail, long price) {
        public Unlock {
            kinds = List.copyOf(kinds);
        }
    }
}
