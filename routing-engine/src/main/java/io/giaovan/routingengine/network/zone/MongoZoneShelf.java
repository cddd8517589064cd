package io.giaovan.routingengine.network.zone;

import static io.giaovan.store.document.StoredValues.instantAt;
import static io.giaovan.store.document.StoredValues.longAt;
import static io.giaovan.store.document.StoredValues.required;
import static io.giaovan.store.document.StoredValues.textAt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.store.document.StoredValues;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/** One document per zone in {@code restricted_zones}; whoever writes last wins, as with any notice board. */
@Singleton
@Requires(property = "giaovan.network.enabled", notEquals = "false", defaultValue = "true")
final class MongoZoneShelf implements ZoneShelf {
    private static final int SCHEMA = 1;

    private final MongoCollection<Document> zones;

    MongoZoneShelf(MongoDatabase database) {
        zones = database.getCollection("restricted_zones");
    }

    @Override
    public List<RestrictedZone> list() {
        List<RestrictedZone> all = new ArrayList<>();
        for (Document document : zones.find().sort(Sorts.ascending("_id")).limit(RestrictedZones.ZONES_MAX + 1)) {
            all.add(zone(document));
        }
        return all;
    }

    @Override
    public void put(RestrictedZone zone) {
        zones.replaceOne(Filters.eq("_id", zone.id().value()), document(zone), new ReplaceOptions().upsert(true));
    }

    @Override
    public boolean remove(RestrictedZoneId id) {
        return zones.deleteOne(Filters.eq("_id", id.value())).getDeletedCount() > 0;
    }

    private static Document document(RestrictedZone zone) {
        return new Document("_id", zone.id().value())
                .append("schema", SCHEMA)
                .append("name", zone.name())
                .append(
                        "outline",
                        zone.outline().stream().map(StoredValues::point).toList())
                .append("profiles", names(zone.profiles()))
                .append("fuels", names(zone.fuels()))
                .append("overKilograms", zone.overKilograms())
                .append("days", names(zone.days()))
                .append("from", zone.from().toString())
                .append("to", zone.to().toString())
                .append("validFrom", StoredValues.instant(zone.validFrom()))
                .append("validTo", StoredValues.instant(zone.validTo()));
    }

    private static RestrictedZone zone(Document document) {
        List<GeoPoint> outline = required(document.getList("outline", Document.class), "outline").stream()
                .map(point -> required(StoredValues.point(point), "point"))
                .toList();
        return new RestrictedZone(
                new RestrictedZoneId(textAt(document, "_id")),
                textAt(document, "name"),
                outline,
                values(document, "profiles", VehicleProfile::valueOf),
                values(document, "fuels", Fuel::valueOf),
                (int) longAt(document, "overKilograms"),
                values(document, "days", DayOfWeek::valueOf),
                LocalTime.parse(textAt(document, "from")),
                LocalTime.parse(textAt(document, "to")),
                instantAt(document, "validFrom"),
                StoredValues.findInstant(document, "validTo"));
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toList();
    }

    private static <T> Set<T> values(Document document, String key, Function<String, T> reader) {
        return required(document.getList(key, String.class), key).stream()
                .map(reader)
                .collect(Collectors.toSet());
    }
}
