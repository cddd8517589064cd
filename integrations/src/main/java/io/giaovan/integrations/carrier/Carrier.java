package io.giaovan.integrations.carrier;

import io.giaovan.contracts.parcel.CarrierBookingRequest;
import io.giaovan.contracts.parcel.TrackingStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every parcel company can do for the house. Trouble is a {@link io.giaovan.integrations.sync.partner.PartnerTrouble}. */
public interface Carrier {
    /**
     * One entry of a parcel's journey.
     *
     * @param status in our vocabulary, UNKNOWN for a word that we do not know
     * @param rawStatus the company's word
     * @param at when it happened
     */
    record Entry(TrackingStatus status, String rawStatus, Instant at) {}

    /** Its name, for instance {@code ghn}. */
    String name();

    /** Whether there is an account to book with. */
    boolean isSetUp();

    /** Books; the company refuses a parcel code that it has already. */
    Booking.Booked book(CarrierBookingRequest request);

    /** What the company booked under our parcel code. */
    Optional<Booking.Booked> find(String parcelCode);

    /** Withdraws a booking that was not picked up. */
    void cancel(String trackingCode);

    /** The journey so far, oldest entry first. */
    List<Entry> listJourney(String trackingCode);
}
