package io.giaovan.routingengine.dispatch.delivery;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryRequest;
import io.giaovan.contracts.place.GeoPoint;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One parcel's way to the door.
 *
 * @param request what was asked, with the address's point found
 * @param bookDay local day in whose book the parcel has its place
 * @param due local day from which it may be planned
 * @param attempt attempts so far
 * @param late whether it was served after the promised window, or is expected to be
 * @param state where it stands
 * @param version rises with every change, 0 before it is stored
 */
public record Delivery(
        DeliveryRequest request,
        LocalDate bookDay,
        LocalDate due,
        int attempt,
        boolean late,
        DeliveryState state,
        long version) {
    public Delivery {
        if (request.address().point() == null) {
            throw new IllegalArgumentException("address.point: must have been found before the delivery is kept");
        }
    }

    public DeliveryId id() {
        return request.id();
    }

    public GeoPoint point() {
        return Objects.requireNonNull(request.address().point(), "address.point");
    }

    Delivery in(DeliveryState next) {
        return new Delivery(request, bookDay, due, attempt, late, next, version);
    }

    Delivery late(boolean isLate) {
        return new Delivery(request, bookDay, due, attempt, isLate, state, version);
    }

    Delivery attempted() {
        return new Delivery(request, bookDay, due, attempt + 1, late, state, version);
    }

    Delivery due(LocalDate day, LocalDate newBookDay) {
        return new Delivery(request, newBookDay, day, attempt, late, state, version);
    }
}
