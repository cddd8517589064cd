package io.giaovan.integrations.carrier.ghn;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.parcel.CarrierBookingRequest;
import io.giaovan.integrations.carrier.Booking;
import io.giaovan.integrations.carrier.Carrier;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** GHN as one of the parcel companies. Our parcel code is its client order code, which it takes once. */
@Singleton
final class GhnCarrier implements Carrier {
    static final String NAME = "ghn";

    private final GhnClient client;
    private final GhnTranslator translator;
    private final GhnSettings settings;

    GhnCarrier(GhnClient client, GhnTranslator translator, GhnSettings settings) {
        this.client = client;
        this.translator = translator;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSetUp() {
        return !settings.token().isEmpty();
    }

    @Override
    public Booking.Booked book(CarrierBookingRequest request) {
        GhnWire.Created created = client.create(translator.translate(request));
        return new Booking.Booked(created.orderCode(), Money.vnd(created.totalFee()));
    }

    @Override
    public Optional<Booking.Booked> find(String parcelCode) {
        return client.findByClientCode(parcelCode)
                .map(found -> new Booking.Booked(
                        found.orderCode(), Money.vnd(Objects.requireNonNullElse(found.totalFee(), 0L))));
    }

    @Override
    public void cancel(String trackingCode) {
        client.cancel(trackingCode);
    }

    @Override
    public List<Entry> listJourney(String trackingCode) {
        List<GhnWire.LogEntry> log = client.getDetail(trackingCode).log();
        return Objects.requireNonNullElse(log, List.<GhnWire.LogEntry>of()).stream()
                .map(entry -> new Entry(GhnStatusTable.status(entry.status()), entry.status(), entry.at()))
                .toList();
    }
}
