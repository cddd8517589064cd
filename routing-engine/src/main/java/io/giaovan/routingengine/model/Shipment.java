package io.giaovan.routingengine.model;

import java.util.List;

/**
 * Goods fetched at one stop and brought to another on the same route, or not at all.
 *
 * @param pickup the stop where they are fetched
 * @param delivery the stop they go to, later on the same route
 * @param load what they take up in between, per dimension
 */
public record Shipment(StopId pickup, StopId delivery, List<Integer> load) {
    public Shipment {
        load = Checks.loads("shipment " + pickup + ": load", load);
        if (pickup.equals(delivery)) {
            throw new IllegalArgumentException("shipment.delivery: " + delivery + " is its own pickup");
        }
    }
}
