package io.giaovan.orderservice.shipment;

import io.giaovan.contracts.parcel.CarrierBooking;
import io.giaovan.contracts.parcel.CarrierBookingRequest;
import io.giaovan.contracts.parcel.ParcelCarriers;
import io.giaovan.contracts.problem.ErrorCategory;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.merchant.Merchant;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Books parcels with parcel companies, in the order in which they are set up, until one takes it. A company that does
 * not answer is asked again later and no other meanwhile, so that no parcel is booked with two.
 */
@Singleton
final class CarrierBookings {
    private final ParcelCarriers carriers;
    private final Shipments shipments;
    private final Clock clock;

    CarrierBookings(ParcelCarriers carriers, Shipments shipments, Clock clock) {
        this.carriers = carriers;
        this.shipments = shipments;
        this.clock = clock;
    }

    /** Books once; the events say that nobody takes the parcel, and are empty when somebody does. */
    List<OrderEvent> book(Order order, String parcel, Merchant merchant) {
        if (shipments.find(order.merchantId(), parcel).isPresent()) {
            return List.of();
        }
        CarrierBookingRequest request = new CarrierBookingRequest(
                parcel,
                order.merchantId(),
                order.id(),
                merchant.contact(),
                merchant.pickup(),
                order.purchase().buyer(),
                order.purchase().address(),
                order.purchase().load(),
                RequestDeliveryStep.cashToCollect(order));
        List<String> refusals = new ArrayList<>();
        for (String carrier : carriers.listCarriers()) {
            try {
                CarrierBooking booking = carriers.book(carrier, request);
                shipments.add(new Shipment(
                        parcel,
                        order.merchantId(),
                        order.id(),
                        booking.carrier(),
                        booking.trackingCode(),
                        booking.fee()));
                return List.of();
            } catch (ProblemException refused) {
                if (refused.code().category() != ErrorCategory.CALLER) {
                    throw refused;
                }
                refusals.add(carrier + " " + refused.code());
            }
        }
        String because = refusals.isEmpty() ? "NO_PARCEL_COMPANY" : String.join(", ", refusals);
        return List.of(new OrderEvent.DeliveryRefused(because, clock.instant()));
    }
}
