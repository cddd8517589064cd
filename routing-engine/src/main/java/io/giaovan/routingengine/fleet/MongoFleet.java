package io.giaovan.routingengine.fleet;

import static io.giaovan.store.document.StoredValues.textAt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.network.VehicleProfile;
import io.giaovan.routingengine.network.zone.Fuel;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

@Singleton
final class MongoFleet implements Fleet {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> depots;
    private final MongoCollection<Document> couriers;
    private final MongoCollection<Document> dispatchers;
    private final BrieflyKept<DepotId, Optional<Depot>> knownDepots;
    private final BrieflyKept<DepotId, List<Courier>> knownTeams;

    MongoFleet(MongoDatabase database, @Named("wall") Clock wall) {
        knownDepots = new BrieflyKept<>(MOMENT, wall);
        knownTeams = new BrieflyKept<>(MOMENT, wall);
        depots = database.getCollection("depots");
        couriers = database.getCollection("couriers");
        dispatchers = database.getCollection("dispatchers");
        couriers.createIndex(Indexes.ascending("phone"), new IndexOptions().unique(true));
    }

    @Override
    public void put(Depot depot) {
        depots.replaceOne(
                Filters.eq("_id", depot.id().value()),
                new Document("_id", depot.id().value())
                        .append("schema", 1)
                        .append("name", depot.name())
                        .append("point", StoredValues.point(depot.point()))
                        .append("opens", depot.opens().toString())
                        .append("closes", depot.closes().toString())
                        .append("zone", depot.zone().getId()),
                UPSERT);
        knownDepots.forget();
    }

    @Override
    public Optional<Depot> findDepot(DepotId id) {
        return knownDepots.get(
                id,
                asked -> Optional.ofNullable(
                                depots.find(Filters.eq("_id", asked.value())).first())
                        .map(MongoFleet::depot));
    }

    @Override
    public List<Depot> listDepots() {
        return depots.find().sort(Sorts.ascending("_id")).map(MongoFleet::depot).into(new ArrayList<>());
    }

    @Override
    public void put(Courier courier) {
        Document document = new Document("_id", courier.id().value())
                .append("schema", 1)
                .append("name", courier.contact().name())
                .append("phone", courier.contact().phone())
                .append("pinHash", courier.pinHash())
                .append("depot", courier.depot().value())
                .append("vehicle", courier.vehicle().kind().name())
                .append("gramsMax", courier.vehicle().gramsMax())
                .append("cubicCentimetresMax", courier.vehicle().cubicCentimetresMax())
                .append("fuel", courier.vehicle().fuel().name())
                .append("grossKilograms", courier.vehicle().grossKilograms())
                .append("shiftStart", courier.shiftStart().toString())
                .append("shiftEnd", courier.shiftEnd().toString())
                .append("cashLimit", StoredValues.money(courier.cashLimit()));
        try {
            couriers.replaceOne(Filters.eq("_id", courier.id().value()), document, UPSERT);
            knownTeams.forget();
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw ProblemException.invalid("phone", "", "belongs to another courier");
            }
            throw refused;
        }
    }

    @Override
    public Optional<Courier> findCourier(CourierId id) {
        return Optional.ofNullable(couriers.find(Filters.eq("_id", id.value())).first())
                .map(MongoFleet::courier);
    }

    @Override
    public Optional<Courier> findCourierByPhone(String phone) {
        return Optional.ofNullable(couriers.find(Filters.eq("phone", phone)).first())
                .map(MongoFleet::courier);
    }

    @Override
    public List<Courier> listCouriers(DepotId depot) {
        return knownTeams.get(
                depot,
                asked -> List.copyOf(couriers.find(Filters.eq("depot", asked.value()))
                        .sort(Sorts.ascending("_id"))
                        .limit(COURIERS_PER_DEPOT_MAX)
                        .map(MongoFleet::courier)
                        .into(new ArrayList<>())));
    }

    @Override
    public void put(Dispatcher dispatcher, String keyDigest) {
        dispatchers.replaceOne(
                Filters.eq("_id", keyDigest),
                new Document("_id", keyDigest)
                        .append("schema", 1)
                        .append("dispatcherId", dispatcher.id())
                        .append("depot", dispatcher.depot().value()),
                UPSERT);
        dispatchers.deleteMany(Filters.and(Filters.eq("dispatcherId", dispatcher.id()), Filters.ne("_id", keyDigest)));
    }

    @Override
    public Optional<Dispatcher> findDispatcher(String keyDigest) {
        return Optional.ofNullable(
                        dispatchers.find(Filters.eq("_id", keyDigest)).first())
                .map(found -> new Dispatcher(textAt(found, "dispatcherId"), new DepotId(textAt(found, "depot"))));
    }

    private static Depot depot(Document found) {
        return new Depot(
                new DepotId(textAt(found, "_id")),
                textAt(found, "name"),
                StoredValues.required(StoredValues.point(StoredValues.documentAt(found, "point")), "point"),
                LocalTime.parse(textAt(found, "opens")),
                LocalTime.parse(textAt(found, "closes")),
                ZoneId.of(textAt(found, "zone")));
    }

    private static Courier courier(Document found) {
        VehicleProfile kind = VehicleProfile.valueOf(textAt(found, "vehicle"));
        // Couriers that were kept before vehicles said so drive on petrol and weigh what is usual.
        String fuel = found.getString("fuel");
        Integer kilograms = found.getInteger("grossKilograms");
        return new Courier(
                new CourierId(textAt(found, "_id")),
                StoredValues.contact(found),
                textAt(found, "pinHash"),
                new DepotId(textAt(found, "depot")),
                new CourierVehicle(
                        kind,
                        (int) StoredValues.longAt(found, "gramsMax"),
                        (int) StoredValues.longAt(found, "cubicCentimetresMax"),
                        fuel == null ? Fuel.PETROL : Fuel.valueOf(fuel),
                        kilograms == null ? CourierVehicle.usualKilograms(kind) : kilograms),
                LocalTime.parse(textAt(found, "shiftStart")),
                LocalTime.parse(textAt(found, "shiftEnd")),
                StoredValues.moneyAt(found, "cashLimit"));
    }
}
