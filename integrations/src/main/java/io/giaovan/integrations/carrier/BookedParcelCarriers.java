package io.giaovan.integrations.carrier;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.parcel.CarrierBooking;
import io.giaovan.contracts.parcel.CarrierBookingRequest;
import io.giaovan.contracts.parcel.ParcelCarriers;
import io.giaovan.contracts.parcel.TrackingStatus;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.integrations.sync.partner.PartnerTrouble;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Books each parcel once, whatever happens to the company's answers. */
@Singleton
final class BookedParcelCarriers implements ParcelCarriers {
    private final List<Carrier> carriers;
    private final Bookings bookings;
    private final TrackingDesk tracking;

    BookedParcelCarriers(List<Carrier> carriers, Bookings bookings, TrackingDesk tracking) {
        this.carriers = carriers;
        this.bookings = bookings;
        this.tracking = tracking;
    }

    @Override
    public List<String> listCarriers() {
        return carriers.stream()
                .filter(Carrier::isSetUp)
                .map(Carrier::name)
                .sorted()
                .toList();
    }

    @Override
    public CarrierBooking book(String carrierName, CarrierBookingRequest request) {
        Carrier carrier = get(carrierName);
        Booking asked = new Booking(
                carrierName,
                request.parcelCode(),
                request.merchantId(),
                request.orderId(),
                null,
                TrackingStatus.CREATED,
                0,
                1);
        boolean first = bookings.insert(asked);
        Booking booking = first ? asked : existing(carrierName, request);
        if (booking.booked() != null) {
            return view(booking);
        }
        Optional<Booking.Booked> there = first ? Optional.empty() : partner(() -> carrier.find(request.parcelCode()));
        return record(booking, there.orElseGet(() -> ask(carrier, request)));
    }

    @Override
    public void cancel(MerchantId merchantId, String carrierName, String trackingCode) {
        Carrier carrier = get(carrierName);
        Booking booking = bookings.findByTracking(carrierName, trackingCode)
                .filter(found -> found.merchantId().equals(merchantId))
                .orElseThrow(() -> ProblemException.notFound("booking", trackingCode));
        if (booking.status() == TrackingStatus.CANCELLED) {
            return;
        }
        partner(() -> {
            carrier.cancel(trackingCode);
            tracking.follow(carrier, booking);
            return Boolean.TRUE;
        });
    }

    /** An answer that did not come is looked up under our code; what cannot be found out is left for the next try. */
    private static Booking.Booked ask(Carrier carrier, CarrierBookingRequest request) {
        return partner(() -> {
            try {
                return carrier.book(request);
            } catch (PartnerTrouble trouble) {
                if (trouble.kind() == PartnerTrouble.Kind.LATER) {
                    throw trouble;
                }
                return carrier.find(request.parcelCode()).orElseThrow(() -> trouble);
            }
        });
    }

    private CarrierBooking record(Booking booking, Booking.Booked booked) {
        Booking taken = booking.taken(booked);
        if (bookings.update(taken, List.of())) {
            return view(taken);
        }
        return bookings.find(booking.carrier(), booking.parcelCode())
                .filter(other -> other.booked() != null)
                .map(BookedParcelCarriers::view)
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.LOST_RACE, "Parcel " + booking.parcelCode() + " is being booked elsewhere"));
    }

    private Booking existing(String carrierName, CarrierBookingRequest request) {
        return bookings.find(carrierName, request.parcelCode())
                .filter(found -> found.merchantId().equals(request.merchantId()))
                .orElseThrow(() -> ProblemException.invalid(
                        "request.parcelCode", request.parcelCode(), "is booked for another merchant"));
    }

    private Carrier get(String name) {
        return carriers.stream()
                .filter(carrier -> carrier.name().equals(name) && carrier.isSetUp())
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "carrier", name, "is not one of the carriers that are set up: " + listCarriers()));
    }

    private static CarrierBooking view(Booking booking) {
        Booking.Booked booked = booking.booked();
        if (booked == null) {
            throw new IllegalStateException("booking " + booking.parcelCode() + " has no answer yet");
        }
        return new CarrierBooking(booking.carrier(), booked.trackingCode(), booked.fee());
    }

    private static <T> T partner(Supplier<T> call) {
        try {
            return call.get();
        } catch (PartnerTrouble trouble) {
            throw switch (trouble.kind()) {
                case LATER, UNKNOWN_OUTCOME ->
                    new ProblemException(ErrorCode.PARTNER_FAILED, String.valueOf(trouble.getMessage()), trouble);
                case NEVER ->
                    new ProblemException(ErrorCode.OUT_OF_SEQUENCE, String.valueOf(trouble.getMessage()), trouble);
            };
        }
    }
}
