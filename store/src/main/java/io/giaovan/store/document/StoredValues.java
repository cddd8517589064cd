package io.giaovan.store.document;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.TimeWindow;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Maps the values of the shared vocabulary to documents and back. Instants keep milliseconds. */
public final class StoredValues {
    private StoredValues() {}

    public static Document money(Money money) {
        return new Document("amount", money.amount()).append("currency", money.currency());
    }

    public static Money money(Document document) {
        return new Money(
                ((Number) required(document.get("amount"), "amount")).longValue(),
                required(document.getString("currency"), "currency"));
    }

    /** Reads an amount of money under a key that must be there. */
    public static Money moneyAt(Document document, String key) {
        return money(required(document.get(key, Document.class), key));
    }

    public static @Nullable Document point(@Nullable GeoPoint point) {
        return point == null ? null : new Document("lat", point.lat()).append("lon", point.lon());
    }

    public static @Nullable GeoPoint point(@Nullable Document document) {
        return document == null
                ? null
                : new GeoPoint(
                        ((Number) required(document.get("lat"), "lat")).doubleValue(),
                        ((Number) required(document.get("lon"), "lon")).doubleValue());
    }

    public static Document address(Address address) {
        return new Document("line", address.line())
                .append("ward", address.ward())
                .append("province", address.province())
                .append("country", address.country())
                .append("point", point(address.point()));
    }

    public static Address address(Document document) {
        return new Address(
                required(document.getString("line"), "line"),
                required(document.getString("ward"), "ward"),
                required(document.getString("province"), "province"),
                required(document.getString("country"), "country"),
                point(document.get("point", Document.class)));
    }

    public static Document contact(Contact contact) {
        return new Document("name", contact.name()).append("phone", contact.phone());
    }

    public static Contact contact(Document document) {
        return new Contact(
                required(document.getString("name"), "name"), required(document.getString("phone"), "phone"));
    }

    public static @Nullable Document window(@Nullable TimeWindow window) {
        return window == null
                ? null
                : new Document("start", Date.from(window.start())).append("end", Date.from(window.end()));
    }

    public static @Nullable TimeWindow window(@Nullable Document document) {
        return document == null ? null : new TimeWindow(instantAt(document, "start"), instantAt(document, "end"));
    }

    public static @Nullable Date instant(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    /** Reads an instant under a key that must be there. */
    public static Instant instantAt(Document document, String key) {
        return required(document.getDate(key), key).toInstant();
    }

    public static @Nullable Instant findInstant(Document document, String key) {
        Date date = document.getDate(key);
        return date == null ? null : date.toInstant();
    }

    /** Reads text under a key that must be there. */
    public static String textAt(Document document, String key) {
        return required(document.getString(key), key);
    }

    /** Reads a whole number under a key that must be there. */
    public static long longAt(Document document, String key) {
        return ((Number) required(document.get(key), key)).longValue();
    }

    /** Reads a document under a key that must be there. */
    public static Document documentAt(Document document, String key) {
        return required(document.get(key, Document.class), key);
    }

    /** Fails with the name of the key when a stored document lacks it. */
    public static <T> T required(@Nullable T value, String key) {
        return Objects.requireNonNull(value, () -> "stored document lacks '" + key + "'");
    }
}
