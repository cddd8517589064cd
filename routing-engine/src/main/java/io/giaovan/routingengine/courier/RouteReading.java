package io.giaovan.routingengine.courier;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.routingengine.dispatch.delivery.Delivery;
import io.giaovan.routingengine.dispatch.delivery.DeliveryDesk;
import io.giaovan.routingengine.dispatch.route.Route;
import io.giaovan.routingengine.dispatch.route.RouteStop;
import io.giaovan.routingengine.fleet.Courier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the courier's present route together with its deliveries. */
@Singleton
final class RouteReading {
    private final CourierDesk desk;
    private final DeliveryDesk deliveries;

    RouteReading(CourierDesk desk, DeliveryDesk deliveries) {
        this.desk = desk;
        this.deliveries = deliveries;
    }

    RouteAnswer read(Courier courier) {
        Optional<Route> route = desk.findRoute(courier);
        if (route.isEmpty()) {
            return RouteAnswer.NONE;
        }
        Map<DeliveryId, Delivery> carried = new HashMap<>();
        deliveries
                .list(route.get().stops().stream().map(RouteStop::delivery).toList())
                .forEach(delivery -> carried.put(delivery.id(), delivery));
        return RouteAnswer.of(route.get(), carried);
    }
}
