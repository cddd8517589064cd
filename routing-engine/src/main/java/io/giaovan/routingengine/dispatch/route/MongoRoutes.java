package io.giaovan.routingengine.dispatch.route;

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
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.routingengine.dispatch.PlanId;
import io.giaovan.routingengine.dispatch.RouteId;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.fleet.DepotId;
import io.giaovan.store.document.StoredValues;
import io.giaovan.store.outbox.AggregateWriter;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;

@Singleton
final class MongoRoutes implements Routes {
    private static final int FETCH_AT_ONCE = 500;

    private static final String COLLECTION = "routes";
    private static final int RACES_MAX = 50;

    private final MongoCollection<Document> routes;
    private final AggregateWriter writer;

    MongoRoutes(MongoDatabase database, AggregateWriter writer) {
        this.routes = database.getCollection(COLLECTION);
        this.writer = writer;
        routes.createIndex(Indexes.ascending("depot", "status"));
    }

    @Override
    public boolean insert(Route route) {
        return writer.insert(COLLECTION, document(route), List.of());
    }

    @Override
    public Optional<Route> find(RouteId id) {
        return Optional.ofNullable(routes.find(Filters.eq("_id", id.toString())).first())
                .map(MongoRoutes::route);
    }

    @Override
    public Route get(RouteId id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("route", id.toString()));
    }

    @Override
    public Route change(RouteId id, UnaryOperator<Route> step) {
        for (int race = 0; race < RACES_MAX; race++) {
            Route before = get(id);
            Route after = step.apply(before);
            if (after.equals(before)) {
                return before;
            }
            if (writer.update(COLLECTION, document(after), before.version(), List.of())) {
                return get(id);
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, "Route " + id + " is being changed by others");
    }

    @Override
    public List<Route> list(CourierId courier, LocalDate day) {
        List<Route> all = new ArrayList<>();
        for (int number = 1; number <= RouteId.NUMBER_MAX; number++) {
            Optional<Route> found = find(new RouteId(courier, day, number));
            if (found.isEmpty()) {
                return all;
            }
            all.add(found.get());
        }
        return all;
    }

    @Override
    public List<Route> list(Collection<CourierId> couriers, LocalDate day) {
        Map<CourierId, List<Route>> all = new LinkedHashMap<>();
        couriers.forEach(courier -> all.put(courier, new ArrayList<>()));
        List<CourierId> driving = List.copyOf(all.keySet());
        for (int number = 1; number <= RouteId.NUMBER_MAX && !driving.isEmpty(); number++) {
            List<CourierId> next = new ArrayList<>();
            for (int from = 0; from < driving.size(); from += FETCH_AT_ONCE) {
                int nth = number;
                List<String> ids = driving.subList(from, Math.min(driving.size(), from + FETCH_AT_ONCE)).stream()
                        .map(courier -> new RouteId(courier, day, nth).toString())
                        .toList();
                for (Document found : routes.find(Filters.in("_id", ids))) {
                    Route route = route(found);
                    all.computeIfAbsent(route.id().courier(), _ -> new ArrayList<>())
                            .add(route);
                    next.add(route.id().courier());
                }
            }
            driving = next;
        }
        return all.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<Route> listLive(DepotId depot) {
        return routes.find(
                        Filters.and(Filters.eq("depot", depot.value()), Filters.in("status", "RELEASED", "UNDER_WAY")))
                .sort(Sorts.ascending("_id"))
                .map(MongoRoutes::route)
                .into(new ArrayList<>());
    }

    private static Document document(Route route) {
        Document document = new Document("_id", route.id().toString())
                .append("schema", 1)
                .append("depot", route.depot().value())
                .append("plan", route.plan().value())
                .append("leg", route.leg())
                .append("departAt", StoredValues.instant(route.departAt()))
                .append("returnSeconds", route.returnSeconds())
                .append("metres", route.metres())
                .append("cost", route.cost())
                .append("stops", route.stops().stream().map(MongoRoutes::stop).toList());
        return switch (route.state()) {
            case RouteState.Released _ -> document.append("status", "RELEASED").append("at", null);
            case RouteState.UnderWay underWay ->
                document.append("status", "UNDER_WAY").append("at", StoredValues.instant(underWay.departedAt()));
            case RouteState.Done done ->
                document.append("status", "DONE").append("at", StoredValues.instant(done.at()));
        };
    }

    private static Document stop(RouteStop stop) {
        return new Document("number", stop.number())
                .append("delivery", stop.delivery().value())
                .append("point", StoredValues.point(stop.point()))
                .append("promised", StoredValues.window(stop.promised()))
                .append("travelSeconds", stop.travelSeconds())
                .append("metres", stop.metres())
                .append("serviceSeconds", stop.serviceSeconds())
                .append("plannedEta", StoredValues.instant(stop.plannedEta()))
                .append("eta", StoredValues.instant(stop.eta()))
                .append("toldEta", StoredValues.instant(stop.toldEta()))
                .append("late", stop.late())
                .append("progress", stop.progress().name())
                .append("arrivedAt", StoredValues.instant(stop.arrivedAt()))
                .append("overAt", StoredValues.instant(stop.overAt()));
    }

    private static Route route(Document found) {
        RouteState state = switch (textAt(found, "status")) {
            case "RELEASED" -> new RouteState.Released();
            case "UNDER_WAY" -> new RouteState.UnderWay(instantAt(found, "at"));
            case "DONE" -> new RouteState.Done(instantAt(found, "at"));
            default -> throw new IllegalStateException("route status " + textAt(found, "status"));
        };
        return new Route(
                RouteId.of(textAt(found, "_id")),
                new DepotId(textAt(found, "depot")),
                new PlanId(textAt(found, "plan")),
                (int) longAt(found, "leg"),
                instantAt(found, "departAt"),
                (int) longAt(found, "returnSeconds"),
                (int) longAt(found, "metres"),
                longAt(found, "cost"),
                found.getList("stops", Document.class).stream()
                        .map(MongoRoutes::stop)
                        .toList(),
                state,
                longAt(found, "version"));
    }

    private static RouteStop stop(Document found) {
        return new RouteStop(
                (int) longAt(found, "number"),
                new DeliveryId(textAt(found, "delivery")),
                required(StoredValues.point(documentAt(found, "point")), "point"),
                required(StoredValues.window(documentAt(found, "promised")), "promised"),
                (int) longAt(found, "travelSeconds"),
                (int) longAt(found, "metres"),
                (int) longAt(found, "serviceSeconds"),
                instantAt(found, "plannedEta"),
                instantAt(found, "eta"),
                instantAt(found, "toldEta"),
                required(found.getBoolean("late"), "late"),
                StopProgress.valueOf(textAt(found, "progress")),
                findInstant(found, "arrivedAt"),
                findInstant(found, "overAt"));
    }
}
