package io.giaovan.integrations.carrier;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.parcel.TrackingEvent;
import io.giaovan.contracts.parcel.TrackingStatus;
import io.giaovan.store.document.StoredValues;
import io.giaovan.store.outbox.AggregateWriter;
import io.giaovan.store.outbox.OutboxRelay;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** One document per booking under {@code carrier|parcelCode}, with its news; a unique key finds it by tracking code. */
@Singleton
final class MongoBookings implements Bookings {
    private static final String COLLECTION = "carrier_bookings";

    private final MongoCollection<Document> bookings;
    private final AggregateWriter writer;

    MongoBookings(MongoDatabase database, AggregateWriter writer, OutboxRelay relay) {
        this.bookings = database.getCollection(COLLECTION);
        this.writer = writer;
        bookings.createIndex(Indexes.ascending("trackingKey"), new IndexOptions().unique(true));
        relay.watch(COLLECTION);
    }

    @Override
    public Optional<Booking> find(String carrier, String parcelCode) {
        return first(Filters.eq("_id", id(carrier, parcelCode)));
    }

    @Override
    public Optional<Booking> findByTracking(String carrier, String trackingCode) {
        return first(Filters.eq("trackingKey", "booked|" + id(carrier, trackingCode)));
    }

    @Override
    public boolean insert(Booking booking) {
        return writer.insert(COLLECTION, document(booking), List.of());
    }

    @Override
    public boolean update(Booking booking, List<TrackingEvent> news) {
        List<Event> events = new ArrayList<>();
        int sequence = booking.entriesSeen() - news.size();
        for (TrackingEvent told : news) {
            sequence++;
            events.add(new Event(
                    id(booking.carrier(), booking.parcelCode()) + "|" + sequence,
                    "/integrations",
                    EventType.PARCEL_TRACKED,
                    booking.parcelCode(),
                    sequence,
                    told.at(),
                    told));
        }
        return writer.update(COLLECTION, document(booking), booking.version(), events);
    }

    @Override
    public List<Booking> listOpen(String carrier) {
        List<Booking> found = new ArrayList<>();
        for (Document document : bookings.find(Filters.and(Filters.eq("carrier", carrier), Filters.eq("open", true)))) {
            found.add(booking(document));
        }
        return found;
    }

    private Optional<Booking> first(Bson filter) {
        return Optional.ofNullable(bookings.find(filter).first()).map(MongoBookings::booking);
    }

    private static Document document(Booking booking) {
        Booking.Booked booked = booking.booked();
        return new Document("_id", id(booking.carrier(), booking.parcelCode()))
                .append("schema", 1)
                .append("carrier", booking.carrier())
                .append("parcelCode", booking.parcelCode())
                .append("merchantId", booking.merchantId().value())
                .append("orderId", booking.orderId().value())
                .append("trackingCode", booked == null ? null : booked.trackingCode())
                .append("fee", booked == null ? null : StoredValues.money(booked.fee()))
                .append(
                        "trackingKey",
                        booked == null
                                ? "asked|" + id(booking.carrier(), booking.parcelCode())
                                : "booked|" + id(booking.carrier(), booked.trackingCode()))
                .append("status", booking.status().name())
                .append("open", booking.isOpen())
                .append("entriesSeen", booking.entriesSeen());
    }

    private static Booking booking(Document document) {
        String trackingCode = document.getString("trackingCode");
        return new Booking(
                StoredValues.textAt(document, "carrier"),
                StoredValues.textAt(document, "parcelCode"),
                new MerchantId(StoredValues.textAt(document, "merchantId")),
                new OrderId(StoredValues.textAt(document, "orderId")),
                trackingCode == null ? null : new Booking.Booked(trackingCode, StoredValues.moneyAt(document, "fee")),
                TrackingStatus.valueOf(StoredValues.textAt(document, "status")),
                (int) StoredValues.longAt(document, "entriesSeen"),
                StoredValues.longAt(document, "version"));
    }

    private static String id(String carrier, String code) {
        return carrier + "|" + code;
    }
}
