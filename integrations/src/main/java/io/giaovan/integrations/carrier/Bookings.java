package io.giaovan.integrations.carrier;

import io.giaovan.contracts.parcel.TrackingEvent;
import java.util.List;
import java.util.Optional;

/** The parcels at parcel companies. */
public interface Bookings {
    Optional<Booking> find(String carrier, String parcelCode);

    Optional<Booking> findByTracking(String carrier, String trackingCode);

    /** Stores a new booking; false when its parcel code is taken. */
    boolean insert(Booking booking);

    /** Replaces a booking and tells the news, if nobody changed it since it was read. */
    boolean update(Booking booking, List<TrackingEvent> news);

    /** Bookings of a carrier from which news is still expected. */
    List<Booking> listOpen(String carrier);
}
