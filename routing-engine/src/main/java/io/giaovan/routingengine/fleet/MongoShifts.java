package io.giaovan.routingengine.fleet;

import static io.giaovan.store.document.StoredValues.instantAt;
import static io.giaovan.store.document.StoredValues.longAt;
import static io.giaovan.store.document.StoredValues.moneyAt;
import static io.giaovan.store.document.StoredValues.textAt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.giaovan.contracts.delivery.ShiftEvent;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.store.document.StoredValues;
import io.giaovan.store.outbox.AggregateWriter;
import io.giaovan.store.outbox.OutboxRelay;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;

@Singleton
final class MongoShifts implements Shifts {
    private static final String COLLECTION = "shifts";
    private static final int RACES_MAX = 20;

    private final MongoCollection<Document> shifts;
    private final AggregateWriter writer;

    MongoShifts(MongoDatabase database, AggregateWriter writer, OutboxRelay relay) {
        this.shifts = database.getCollection(COLLECTION);
        this.writer = writer;
        shifts.createIndex(Indexes.ascending("depot", "day"));
        relay.watch(COLLECTION);
    }

    @Override
    public Shift start(Courier courier, Depot depot, Instant now) {
        Optional<Shift> open = findOpen(courier.id(), depot, now);
        if (open.isPresent()) {
            return open.get();
        }
        LocalDate day = depot.dayAt(now);
        for (int number = 1; number <= ShiftId.NUMBER_MAX; number++) {
            ShiftId id = new ShiftId(courier.id(), day, number);
            Shift fresh = new Shift(id, depot.id(), now, new ShiftState.Open(), 0);
            if (writer.insert(COLLECTION, document(fresh), List.of())) {
                return get(id);
            }
            Shift taken = get(id);
            if (taken.state() instanceof ShiftState.Open) {
                return taken;
            }
        }
        throw new ProblemException(
                ErrorCode.LIMIT_REACHED, "A courier has at most " + ShiftId.NUMBER_MAX + " shifts a day");
    }

    @Override
    public Optional<Shift> findOpen(CourierId courier, Depot depot, Instant now) {
        LocalDate today = depot.dayAt(now);
        for (LocalDate day : List.of(today, today.minusDays(1))) {
            for (int number = 1; number <= ShiftId.NUMBER_MAX; number++) {
                Optional<Shift> found = find(new ShiftId(courier, day, number));
                if (found.isEmpty()) {
                    break;
                }
                if (found.get().state() instanceof ShiftState.Open) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Shift> find(ShiftId id) {
        return Optional.ofNullable(shifts.find(Filters.eq("_id", id.toString())).first())
                .map(MongoShifts::shift);
    }

    @Override
    public Shift end(ShiftId id, Money cashToHandOver, Instant now) {
        return change(id, shift -> shift.ended(cashToHandOver, now), now);
    }

    @Override
    public Shift count(ShiftId id, Money counted, Instant now) {
        return change(id, shift -> shift.counted(counted, now), now);
    }

    @Override
    public List<Shift> list(DepotId depot, LocalDate day) {
        return shifts.find(Filters.and(Filters.eq("depot", depot.value()), Filters.eq("day", day.toString())))
                .sort(Sorts.ascending("_id"))
                .map(MongoShifts::shift)
                .into(new ArrayList<>());
    }

    private Shift change(ShiftId id, UnaryOperator<Shift> step, Instant now) {
        for (int race = 0; race < RACES_MAX; race++) {
            Shift before = get(id);
            Shift after = step.apply(before);
            if (after.state().equals(before.state())
                    || writer.update(COLLECTION, document(after), before.version(), news(after, now))) {
                return get(id);
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, "Shift " + id + " is being changed by others");
    }

    private static List<Event> news(Shift after, Instant now) {
        long sequence = after.version() + 1;
        return switch (after.state()) {
            case ShiftState.Open _, ShiftState.Ended _ -> List.of();
            case ShiftState.Counted counted ->
                List.of(new Event(
                        after.id() + "-" + sequence,
                        "/routing-engine",
                        EventType.SHIFT_CHANGED,
                        after.id().toString(),
                        sequence,
                        now,
                        new ShiftEvent(
                                after.id().toString(),
                                after.id().courier().value(),
                                after.depot().value(),
                                counted.counted(),
                                counted.countedAt())));
        };
    }

    private Shift get(ShiftId id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("shift", id.toString()));
    }

    private static Document document(Shift shift) {
        Document document = new Document("_id", shift.id().toString())
                .append("schema", 1)
                .append("depot", shift.depot().value())
                .append("day", shift.id().day().toString())
                .append("startedAt", StoredValues.instant(shift.startedAt()));
        return switch (shift.state()) {
            case ShiftState.Open _ -> document.append("status", "OPEN");
            case ShiftState.Ended ended ->
                document.append("status", "ENDED")
                        .append("endedAt", StoredValues.instant(ended.endedAt()))
                        .append("cashToHandOver", StoredValues.money(ended.cashToHandOver()));
            case ShiftState.Counted counted ->
                document.append("status", "COUNTED")
                        .append("endedAt", StoredValues.instant(counted.endedAt()))
                        .append("cashToHandOver", StoredValues.money(counted.cashToHandOver()))
                        .append("counted", StoredValues.money(counted.counted()))
                        .append("countedAt", StoredValues.instant(counted.countedAt()));
        };
    }

    private static Shift shift(Document found) {
        ShiftState state = switch (textAt(found, "status")) {
            case "OPEN" -> new ShiftState.Open();
            case "ENDED" -> new ShiftState.Ended(instantAt(found, "endedAt"), moneyAt(found, "cashToHandOver"));
            case "COUNTED" ->
                new ShiftState.Counted(
                        instantAt(found, "endedAt"),
                        moneyAt(found, "cashToHandOver"),
                        moneyAt(found, "counted"),
                        instantAt(found, "countedAt"));
            default -> throw new IllegalStateException("shift status " + textAt(found, "status"));
        };
        return new Shift(
                ShiftId.of(textAt(found, "_id")),
                new DepotId(textAt(found, "depot")),
                instantAt(found, "startedAt"),
                state,
                longAt(found, "version"));
    }
}
