package io.giaovan.routingengine.promise;

import static io.giaovan.store.document.StoredValues.documentAt;
import static io.giaovan.store.document.StoredValues.instantAt;
import static io.giaovan.store.document.StoredValues.longAt;
import static io.giaovan.store.document.StoredValues.textAt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

@Singleton
final class MongoDayBooks implements DayBooks {
    private final MongoCollection<Document> entries;
    private final MongoCollection<Document> holds;

    MongoDayBooks(MongoDatabase database) {
        entries = database.getCollection("day_book_entries");
        holds = database.getCollection("slot_holds");
        entries.createIndex(Indexes.ascending("book", "number"));
    }

    @Override
    public boolean append(BookId book, long number, BookEntry entry) {
        return inserted(
                entries,
                document(entry)
                        .append("_id", book + "#" + number)
                        .append("schema", 1)
                        .append("book", book.toString())
                        .append("number", number)
                        .append("at", StoredValues.instant(entry.at())));
    }

    @Override
    public List<BookEntry> read(BookId book, long fromNumber) {
        if (entries.find(Filters.eq("_id", book + "#" + fromNumber)).first() == null) {
            return List.of();
        }
        return entries.find(Filters.and(Filters.eq("book", book.toString()), Filters.gte("number", fromNumber)))
                .sort(Sorts.ascending("number"))
                .map(MongoDayBooks::entry)
                .into(new ArrayList<>());
    }

    @Override
    public void remember(HoldId hold, BookId book, SlotId slot) {
        inserted(
                holds,
                new Document("_id", hold.value())
                        .append("schema", 1)
                        .append("book", book.toString())
                        .append("slot", slot.toString()));
    }

    @Override
    public Optional<HoldPlace> find(HoldId hold) {
        return Optional.ofNullable(holds.find(Filters.eq("_id", hold.value())).first())
                .map(found -> new HoldPlace(BookId.of(textAt(found, "book")), SlotId.of(textAt(found, "slot"))));
    }

    private static boolean inserted(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    private static Document document(BookEntry entry) {
        return switch (entry) {
            case BookEntry.Held held ->
                new Document("kind", "HELD")
                        .append("hold", held.hold().value())
                        .append("place", place(held.place()))
                        .append("expiresAt", StoredValues.instant(held.expiresAt()));
            case BookEntry.Confirmed confirmed ->
                new Document("kind", "CONFIRMED")
                        .append("hold", confirmed.hold().value());
            case BookEntry.Released released ->
                new Document("kind", "RELEASED").append("hold", released.hold().value());
            case BookEntry.Requested requested -> {
                HoldId hold = requested.hold();
                yield new Document("kind", "REQUESTED")
                        .append("delivery", requested.delivery().value())
                        .append("hold", hold == null ? null : hold.value())
                        .append("place", place(requested.place()));
            }
            case BookEntry.Dropped dropped ->
                new Document("kind", "DROPPED")
                        .append("delivery", dropped.delivery().value());
            case BookEntry.Busy busy ->
                new Document("kind", "BUSY")
                        .append("courier", busy.courier().value())
                        .append("until", StoredValues.instant(busy.until()));
        };
    }

    private static BookEntry entry(Document found) {
        var at = instantAt(found, "at");
        return switch (textAt(found, "kind")) {
            case "HELD" ->
                new BookEntry.Held(
                        at,
                        new HoldId(textAt(found, "hold")),
                        place(documentAt(found, "place")),
                        instantAt(found, "expiresAt"));
            case "CONFIRMED" -> new BookEntry.Confirmed(at, new HoldId(textAt(found, "hold")));
            case "RELEASED" -> new BookEntry.Released(at, new HoldId(textAt(found, "hold")));
            case "REQUESTED" -> {
                String hold = found.getString("hold");
                yield new BookEntry.Requested(
                        at,
                        new DeliveryId(textAt(found, "delivery")),
                        hold == null ? null : new HoldId(hold),
                        place(documentAt(found, "place")));
            }
            case "DROPPED" -> new BookEntry.Dropped(at, new DeliveryId(textAt(found, "delivery")));
            case "BUSY" -> new BookEntry.Busy(at, new CourierId(textAt(found, "courier")), instantAt(found, "until"));
            default -> throw new IllegalStateException("book entry of kind " + textAt(found, "kind"));
        };
    }

    private static Document place(Place place) {
        return new Document("point", StoredValues.point(place.point()))
                .append("window", StoredValues.window(place.window()))
                .append("grams", place.load().grams())
                .append("cubicCentimetres", place.load().cubicCentimetres())
                .append("pieces", place.load().pieces())
                .append("readyAt", StoredValues.instant(place.readyAt()));
    }

    private static Place place(Document found) {
        return new Place(
                StoredValues.required(StoredValues.point(documentAt(found, "point")), "point"),
                StoredValues.window(found.get("window", Document.class)),
                new ParcelLoad((int) longAt(found, "grams"), (int) longAt(found, "cubicCentimetres"), (int)
                        longAt(found, "pieces")),
                instantAt(found, "readyAt"));
    }
}
