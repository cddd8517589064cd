package io.giaovan.orderservice.tracking;

import io.giaovan.edge.remote.PublicAddress;
import io.giaovan.orderservice.order.Order;
import jakarta.inject.Singleton;

/** Makes the address that a buyer follows an order by. */
@Singleton
public final class TrackingLinks {
    private final PublicAddress address;

    TrackingLinks(PublicAddress address) {
        this.address = address;
    }

    public String of(Order order) {
        return address.of("/track/" + order.trackingToken());
    }
}
