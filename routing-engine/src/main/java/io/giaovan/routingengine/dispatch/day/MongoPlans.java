package io.giaovan.routingengine.dispatch.day;

import static io.giaovan.store.document.StoredValues.documentAt;
import static io.giaovan.store.document.StoredValues.findInstant;
import static io.giaovan.store.document.StoredValues.instantAt;
import static io.giaovan.store.document.StoredValues.longAt;
import static io.giaovan.store.document.StoredValues.required;
import static io.giaovan.store.document.StoredValues.textAt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.routingengine.dispatch.PlanId;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.fleet.DepotId;
import io.giaovan.store.document.StoredValues;
import io.giaovan.store.outbox.AggregateWriter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;

@Singleton
final class MongoPlans implements Plans {
    private static final String COLLECTION = "plans";

    private final MongoCollection<Document> plans;
    private final AggregateWriter writer;

    MongoPlans(MongoDatabase database, AggregateWriter writer) {
        this.plans = database.getCollection(COLLECTION);
        this.writer = writer;
        plans.createIndex(Indexes.ascending("depot", "askedAt"));
        plans.createIndex(Indexes.ascending("status"));
    }

    @Override
    public boolean insert(DayPlanning plan) {
        return writer.insert(COLLECTION, document(plan), List.of());
    }

    @Override
    public boolean update(DayPlanning plan) {
        return writer.update(COLLECTION, document(plan), plan.version(), List.of());
    }

    @Override
    public Optional<DayPlanning> find(PlanId id) {
        return Optional.ofNullable(plans.find(Filters.eq("_id", id.value())).first())
                .map(MongoPlans::plan);
    }

    @Override
    public List<DayPlanning> listNewest(DepotId depot, int count) {
        return plans.find(Filters.eq("depot", depot.value()))
                .sort(Sorts.descending("askedAt"))
                .limit(count)
                .map(MongoPlans::plan)
                .into(new ArrayList<>());
    }

    @Override
    public List<PlanId> listUnfinished() {
        return plans.find(Filters.in("status", "SOLVING", "RELEASING"))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("askedAt"))
                .map(found -> new PlanId(textAt(found, "_id")))
                .into(new ArrayList<>());
    }

    @Override
    public boolean claim(PlanId id, String process, Instant now, Duration lease) {
        return plans.updateOne(
                                Filters.and(
                                        Filters.eq("_id", id.value()),
                                        Filters.or(
                                                Filters.eq("process", null),
                                                Filters.eq("process", process),
                                                Filters.lt("processUntil", StoredValues.instant(now)))),
                                Updates.combine(
                                        Updates.set("process", process),
                                        Updates.set("processUntil", StoredValues.instant(now.plus(lease)))))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void free(PlanId id) {
        plans.updateOne(Filters.eq("_id", id.value()), Updates.set("process", null));
    }

    private static Document document(DayPlanning plan) {
        Document document = new Document("_id", plan.id().value())
                .append("schema", 1)
                .append("depot", plan.depot().value())
                .append("day", plan.order().day().toString())
                .append("departAt", StoredValues.instant(plan.order().departAt()))
                .append("windowsUntil", StoredValues.instant(plan.order().windowsUntil()))
                .append("iterations", plan.order().iterations())
                .append("seconds", plan.order().seconds())
                .append("seed", plan.order().seed())
                .append("askedAt", StoredValues.instant(plan.askedAt()));
        return switch (plan.state()) {
            case PlanState.Solving _ -> document.append("status", "SOLVING");
            case PlanState.Proposed proposed ->
                document.append("status", "PROPOSED").append("result", result(proposed.result()));
            case PlanState.Releasing releasing ->
                document.append("status", "RELEASING").append("result", result(releasing.result()));
            case PlanState.Released released ->
                document.append("status", "RELEASED").append("result", result(released.result()));
            case PlanState.Discarded discarded ->
                document.append("status", "DISCARDED").append("result", result(discarded.result()));
            case PlanState.Failed failed -> document.append("status", "FAILED").append("reason", failed.reason());
        };
    }

    private static DayPlanning plan(Document found) {
        PlanState state = switch (textAt(found, "status")) {
            case "SOLVING" -> new PlanState.Solving();
            case "PROPOSED" -> new PlanState.Proposed(result(documentAt(found, "result")));
            case "RELEASING" -> new PlanState.Releasing(result(documentAt(found, "result")));
            case "RELEASED" -> new PlanState.Released(result(documentAt(found, "result")));
            case "DISCARDED" -> new PlanState.Discarded(result(documentAt(found, "result")));
            case "FAILED" -> new PlanState.Failed(textAt(found, "reason"));
            default -> throw new IllegalStateException("plan status " + textAt(found, "status"));
        };
        return new DayPlanning(
                new PlanId(textAt(found, "_id")),
                new DepotId(textAt(found, "depot")),
                new PlanOrder(
                        LocalDate.parse(textAt(found, "day")),
                        findInstant(found, "departAt"),
                        findInstant(found, "windowsUntil"),
                        found.getLong("iterations"),
                        found.getInteger("seconds"),
                        found.getLong("seed")),
                instantAt(found, "askedAt"),
                state,
                longAt(found, "version"));
    }

    private static Document result(PlanResult result) {
        return new Document(
                        "routes", result.routes().stream().map(MongoPlans::trip).toList())
                .append(
                        "unplanned",
                        result.unplanned().stream()
                                .map(left -> new Document(
                                                "delivery", left.delivery().value())
                                        .append("reason", left.reason())
                                        .append("detail", left.detail())
                                        .append(
                                                "byCourier",
                                                left.byCourier().stream()
                                                        .map(on -> new Document(
                                                                        "courier",
                                                                        on.courier()
                                                                                .value())
                                                                .append("reason", on.reason())
                                                                .append("detail", on.detail()))
                                                        .toList())
                                        .append(
                                                "unlocks",
                                                left.unlocks().stream()
                                                        .map(MongoPlans::unlock)
                                                        .toList()))
                                .toList())
                .append("cost", result.cost())
                .append("metres", result.metres())
                .append("iterations", result.iterations())
                .append("solveMillis", result.solveMillis());
    }

    private static PlanResult result(Document found) {
        return new PlanResult(
                found.getList("routes", Document.class).stream()
                        .map(MongoPlans::trip)
                        .toList(),
                found.getList("unplanned", Document.class).stream()
                        .map(left -> new PlanResult.Unplanned(
                                new DeliveryId(textAt(left, "delivery")),
                                textAt(left, "reason"),
                                textAt(left, "detail"),
                                documents(left, "byCourier").stream()
                                        .map(on -> new PlanResult.OnCourier(
                                                new CourierId(textAt(on, "courier")),
                                                textAt(on, "reason"),
                                                textAt(on, "detail")))
                                        .toList(),
                                documents(left, "unlocks").stream()
                                        .map(MongoPlans::unlock)
                                        .toList()))
                        .toList(),
                longAt(found, "cost"),
                longAt(found, "metres"),
                longAt(found, "iterations"),
                longAt(found, "solveMillis"));
    }

    private static Document unlock(PlanResult.Unlock unlock) {
        return new Document("courier", unlock.courier().value())
                .append("kinds", unlock.kinds())
                .append("detail", unlock.detail())
                .append("price", unlock.price());
    }

    private static PlanResult.Unlock unlock(Document found) {
        return new PlanResult.Unlock(
                new CourierId(textAt(found, "courier")),
                required(found.getList("kinds", String.class), "kinds"),
                textAt(found, "detail"),
                longAt(found, "price"));
    }

    /** The documents of a list; none in plans that were kept before there was such a list. */
    private static List<Document> documents(Document found, String key) {
        List<Document> list = found.getList(key, Document.class);
        return list == null ? List.of() : list;
    }

    private static Document trip(PlanResult.Trip trip) {
        return new Document("courier", trip.courier().value())
                .append("departAt", StoredValues.instant(trip.departAt()))
                .append("backAt", StoredValues.instant(trip.backAt()))
                .append("metres", trip.metres())
                .append("cost", trip.cost())
                .append(
                        "stops",
                        trip.stops().stream()
                                .map(stop -> new Document(
                                                "delivery", stop.delivery().value())
                                        .append("point", StoredValues.point(stop.point()))
                                        .append("promised", StoredValues.window(stop.promised()))
                                        .append("eta", StoredValues.instant(stop.eta()))
                                        .append("travelSeconds", stop.travelSeconds())
                                        .append("metres", stop.metres())
                                        .append("serviceSeconds", stop.serviceSeconds())
                                        .append("late", stop.late())
                                        .append("costShare", stop.costShare())
                                        .append("slackSeconds", stop.slackSeconds())
                                        .append("whyLate", stop.whyLate()))
                                .toList());
    }

    /** A number; 0 in plans that were kept before it was. */
    private static long number(Document found, String key) {
        return found.get(key) instanceof Number number ? number.longValue() : 0;
    }

    private static PlanResult.Trip trip(Document found) {
        return new PlanResult.Trip(
                new CourierId(textAt(found, "courier")),
                instantAt(found, "departAt"),
                instantAt(found, "backAt"),
                (int) longAt(found, "metres"),
                longAt(found, "cost"),
                found.getList("stops", Document.class).stream()
                        .map(stop -> new PlanResult.TripStop(
                                new DeliveryId(textAt(stop, "delivery")),
                                required(StoredValues.point(documentAt(stop, "point")), "point"),
                                required(StoredValues.window(documentAt(stop, "promised")), "promised"),
                                instantAt(stop, "eta"),
                                (int) longAt(stop, "travelSeconds"),
                                (int) longAt(stop, "metres"),
                                (int) longAt(stop, "serviceSeconds"),
                                required(stop.getBoolean("late"), "late"),
                                number(stop, "costShare"),
                                (int) number(stop, "slackSeconds"),
                                Objects.requireNonNullElse(stop.getString("whyLate"), "")))
                        .toList());
    }
}
