package io.giaovan.integrations.carrier;

import io.giaovan.contracts.parcel.TrackingEvent;
import io.giaovan.contracts.parcel.TrackingStatus;
import io.giaovan.integrations.sync.alert.Alerts;
import io.giaovan.integrations.sync.partner.PartnerTrouble;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Reads a parcel's journey from its company and tells what is new, each entry once and in order. */
@Singleton
public final class TrackingDesk {
    private static final int RACES_MAX = 10;

    private final Bookings bookings;
    private final Alerts alerts;

    TrackingDesk(Bookings bookings, Alerts alerts) {
        this.bookings = bookings;
        this.alerts = alerts;
    }

    /**
     * Follows the parcel that a company's notice speaks of. A notice may come before our own booking call was answered;
     * then it tells us the tracking code.
     */
    public void follow(Carrier carrier, String trackingCode, String parcelCode) {
        Booking booking = bookings.findByTracking(carrier.name(), trackingCode)
                .or(() -> bookings.find(carrier.name(), parcelCode))
                .orElseThrow(() -> PartnerTrouble.never(
                        "parcel " + trackingCode + " of " + carrier.name() + " was not booked by us"));
        follow(carrier, booking);
    }

    void follow(Carrier carrier, Booking found) {
        Booking booking = found;
        for (int race = 0; race < RACES_MAX; race++) {
            if (told(carrier, completed(carrier, booking))) {
                return;
            }
            booking = bookings.find(found.carrier(), found.parcelCode()).orElse(booking);
        }
        throw PartnerTrouble.later("parcel " + found.parcelCode() + " changes too fast");
    }

    private static Booking completed(Carrier carrier, Booking booking) {
        return booking.booked() != null
                ? booking
                : booking.taken(carrier.find(booking.parcelCode())
                        .orElseThrow(() -> PartnerTrouble.later(
                                carrier.name() + " does not know parcel " + booking.parcelCode() + " yet")));
    }

    private boolean told(Carrier carrier, Booking booking) {
        Booking.Booked booked = booking.booked();
        if (booked == null) {
            return false;
        }
        List<Carrier.Entry> journey = carrier.listJourney(booked.trackingCode());
        List<TrackingEvent> news = new ArrayList<>();
        TrackingStatus status = booking.status();
        for (Carrier.Entry entry : journey.subList(Math.min(booking.entriesSeen(), journey.size()), journey.size())) {
            if (entry.status() == TrackingStatus.UNKNOWN) {
                alerts.raise(carrier.name(), "unknown parcel status, taken as pending: " + shown(entry.rawStatus()));
            } else if (TrackingTable.allows(status, entry.status())) {
                status = entry.status();
            } else if (entry.status() != status) {
                alerts.raise(
                        carrier.name(), "a parcel that is " + status + " is said to be " + shown(entry.rawStatus()));
            }
            news.add(new TrackingEvent(
                    booking.merchantId(),
                    booking.parcelCode(),
                    carrier.name(),
                    booked.trackingCode(),
                    entry.status() == status ? status : TrackingStatus.UNKNOWN,
                    entry.rawStatus(),
                    entry.at()));
        }
        return bookings.update(booking.seen(status, booking.entriesSeen() + news.size()), news);
    }

    private static String shown(String rawStatus) {
        String safe = rawStatus.replaceAll("[^A-Za-z0-9_ -]", "?");
        return safe.substring(0, Math.min(40, safe.length()));
    }
}
