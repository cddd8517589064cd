package io.giaovan.routingengine.promise;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.contracts.delivery.SlotHold;
import io.giaovan.contracts.delivery.SlotOffer;
import io.giaovan.contracts.delivery.SlotQuery;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.routingengine.fleet.Courier;
import io.giaovan.routingengine.fleet.CourierId;
import io.giaovan.routingengine.fleet.Depot;
import io.giaovan.routingengine.fleet.DepotId;
import io.giaovan.routingengine.fleet.Fleet;
import io.giaovan.routingengine.fleet.FleetSettings;
import io.giaovan.routingengine.network.RoadNetwork;
import io.giaovan.routingengine.travel.SpeedByHour;
import io.giaovan.routingengine.travel.TravelTimes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Offers, holds and confirms slots, and keeps room for parcels. A place is appended to the depot-day's book only under the
 * number that follows the state against which it was proven, so that of two buyers of a last place one is refused, in
 * whichever process they are. Safe for use by many threads.
 */
@Singleton
public final class Promises {
    private static final int OFFERS_MAX = 20;
    private static final int RACES_MAX = 200;

    private final Fleet fleet;
    private final PlaceFinder places;
    private final DayBooks books;
    private final RoadNetwork roads;
    private final TravelTimes travel;
    private final SpeedByHour speeds;
    private final DayZones zones;
    private final PromiseSettings settings;
    private final FleetSettings prices;
    private final Clock clock;
    private final Map<BookId, LiveDay> days = new ConcurrentHashMap<>();

    Promises(
            Fleet fleet,
            PlaceFinder places,
            DayBooks books,
            RoadNetwork roads,
            TravelTimes travel,
            SpeedByHour speeds,
            DayZones zones,
            PromiseSettings settings,
            FleetSettings prices,
            Clock clock) {
        this.fleet = fleet;
        this.places = places;
        this.books = books;
        this.roads = roads;
        this.travel = travel;
        this.speeds = speeds;
        this.zones = zones;
        this.settings = settings;
        this.prices = prices;
        this.clock = clock;
    }

    /** Slots that can be kept now, soonest first, at most {@value #OFFERS_MAX}. */
    public List<SlotOffer> offer(SlotQuery query) {
        Depot depot = fleet.getDepot(new DepotId(query.depot()));
        GeoPoint point = places.find(query.address(), depot);
        Instant now = clock.instant();
        LocalDate today = depot.dayAt(now);
        days.keySet().removeIf(book -> book.day().isBefore(today.minusDays(1)));
        List<SlotOffer> offers = new ArrayList<>();
        for (int ahead = 0; ahead <= settings.daysAhead(); ahead++) {
            LocalDate day = today.plusDays(ahead);
            offers.addAll(with(depot, day, now, (live, _) -> {
                List<SlotOffer> ofDay = new ArrayList<>();
                for (SlotId slot : slots(depot, day)) {
                    TimeWindow window = slot.window(depot);
                    Place place = new Place(point, window, query.load(), query.readyAt());
                    if (isOnSale(window, now)) {
                        live.price(place, depot, now)
                                .ifPresent(dong -> ofDay.add(new SlotOffer(slot.toString(), window, Money.vnd(dong))));
                    }
                }
                return ofDay;
            }));
        }
        return offers.subList(0, Math.min(OFFERS_MAX, offers.size()));
    }

    /** Holds a slot; holding it again under the same id answers with the hold there is. */
    public SlotHold hold(SlotQuery query, String slotId, HoldId holdId, Duration timeToLive) {
        if (timeToLive.isNegative() || timeToLive.isZero() || timeToLive.compareTo(settings.holdMax()) > 0) {
            throw ProblemException.invalid(
                    "timeToLive", timeToLive, "must be more than 0 and at most " + settings.holdMax());
        }
        SlotId slot = SlotId.of(slotId);
        Depot depot = fleet.getDepot(new DepotId(query.depot()));
        if (!slot.depot().equals(depot.id())) {
            throw ProblemException.invalid("slotId", slotId, "belongs to another depot than " + depot.id());
        }
        books.find(holdId).filter(known -> !known.slot().equals(slot)).ifPresent(known -> {
            throw new ProblemException(
                    ErrorCode.OUT_OF_SEQUENCE, "Hold " + holdId + " is for slot " + known.slot() + "; take a new id");
        });
        GeoPoint point = places.find(query.address(), depot);
        TimeWindow window = slot.window(depot);
        Place place = new Place(point, window, query.load(), query.readyAt());
        Instant now = clock.instant();
        SlotHold hold = with(depot, slot.day(), now, (live, couriers) -> {
            BookState.Booked booked = live.state().booked().get(BookState.key(holdId));
            if (booked != null || live.state().isUsed(holdId)) {
                return held(holdId, slot, window, booked);
            }
            if (!slots(depot, slot.day()).contains(slot) || !isOnSale(window, now) || !live.fits(place, depot, now)) {
                throw new ProblemException(
                        ErrorCode.NO_SLOT, "Slot " + slot + " can no longer be kept; ask for the slots again");
            }
            Instant expiresAt = now.plus(timeToLive);
            return live.append(new BookEntry.Held(now, holdId, place, expiresAt), depot, couriers)
                    ? new SlotHold(holdId, slot.toString(), window, expiresAt)
                    : null;
        });
        books.remember(holdId, new BookId(depot.id(), slot.day()), slot);
        return hold;
    }

    /** Makes a hold last; it then ends only by {@link #release} or by the parcel taking its place. */
    public SlotHold confirm(HoldId holdId) {
        DayBooks.HoldPlace known =
                books.find(holdId).orElseThrow(() -> ProblemException.notFound("hold", holdId.value()));
        Depot depot = fleet.getDepot(known.book().depot());
        TimeWindow window = known.slot().window(depot);
        Instant now = clock.instant();
        return with(depot, known.book().day(), now, (live, couriers) -> {
            BookState.Booked booked = live.state().booked().get(BookState.key(holdId));
            if (booked == null && !live.state().isUsed(holdId)) {
                throw new ProblemException(
                        ErrorCode.HOLD_EXPIRED, "Hold " + holdId + " has expired or was released; ask for slots again");
            }
            boolean lasts = booked == null || booked.expiresAt() == null;
            return lasts || live.append(new BookEntry.Confirmed(now, holdId), depot, couriers)
                    ? new SlotHold(holdId, known.slot().toString(), window, window.end())
                    : null;
        });
    }

    public void release(HoldId holdId) {
        Optional<DayBooks.HoldPlace> known = books.find(holdId);
        if (known.isPresent()) {
            Instant now = clock.instant();
            append(
                    known.get().book(),
                    now,
                    state -> state.booked().containsKey(BookState.key(holdId)),
                    () -> new BookEntry.Released(now, holdId));
        }
    }

    /** Keeps room for a parcel, in its hold's place if it has one; a parcel is never refused here. */
    public void request(DeliveryId delivery, Depot depot, LocalDate day, @Nullable HoldId hold, Place place) {
        BookId book = new BookId(depot.id(), day);
        Instant now = clock.instant();
        if (hold != null) {
            Optional<DayBooks.HoldPlace> known = books.find(hold);
            if (known.isPresent() && !known.get().book().equals(book)) {
                release(hold);
            }
        }
        append(
                book,
                now,
                state -> !state.booked().containsKey(BookState.key(delivery)),
                () -> new BookEntry.Requested(now, delivery, hold, place));
    }

    /** The parcel needs no room any more. */
    public void drop(DeliveryId delivery, Depot depot, LocalDate day) {
        Instant now = clock.instant();
        append(
                new BookId(depot.id(), day),
                now,
                state -> state.booked().containsKey(BookState.key(delivery)),
                () -> new BookEntry.Dropped(now, delivery));
    }

    /** The courier takes nothing new until then. */
    public void occupy(CourierId courier, Depot depot, LocalDate day, Instant until) {
        Instant now = clock.instant();
        append(
                new BookId(depot.id(), day),
                now,
                state -> !state.busy().getOrDefault(courier, Instant.MIN).equals(until)
                        && state.busy().getOrDefault(courier, Instant.MIN).isBefore(until),
                () -> new BookEntry.Busy(now, courier, until));
    }

    private void append(BookId book, Instant now, Predicate<BookState> isNeeded, Supplier<BookEntry> entry) {
        Depot depot = fleet.getDepot(book.depot());
        with(
                depot,
                book.day(),
                now,
                (live, couriers) -> !isNeeded.test(live.state()) || live.append(entry.get(), depot, couriers)
                        ? Boolean.TRUE
                        : null);
    }

    /** Runs a step on the day as it is now; a step that answers null has lost a race and runs again. */
    private <T> T with(Depot depot, LocalDate day, Instant now, BiFunction<LiveDay, List<Courier>, @Nullable T> step) {
        LiveDay live = days.computeIfAbsent(
                new BookId(depot.id(), day),
                id -> new LiveDay(id, books, roads, travel, speeds, zones, settings, prices));
        List<Courier> couriers = fleet.listCouriers(depot.id());
        live.lock().lock();
        try {
            for (int race = 0; race < RACES_MAX; race++) {
                live.readOn(depot, couriers, now);
                T answer = step.apply(live, couriers);
                if (answer != null) {
                    return answer;
                }
            }
        } finally {
            live.lock().unlock();
        }
        throw new ProblemException(ErrorCode.LOST_RACE, "The depot's day is being changed by many; try again");
    }

    private List<SlotId> slots(Depot depot, LocalDate day) {
        List<SlotId> slots = new ArrayList<>();
        long begin = settings.firstSlot().toSecondOfDay();
        long length = settings.slot().toSeconds();
        for (; begin + length <= settings.lastSlot().toSecondOfDay(); begin += length) {
            slots.add(new SlotId(
                    depot.id(), day, LocalTime.ofSecondOfDay(begin), LocalTime.ofSecondOfDay(begin + length)));
        }
        return slots;
    }

    private boolean isOnSale(TimeWindow window, Instant now) {
        return !window.start().isBefore(now.plus(settings.notice()));
    }

    private static SlotHold held(HoldId id, SlotId slot, TimeWindow window, BookState.@Nullable Booked booked) {
        Instant expiresAt = booked == null ? null : booked.expiresAt();
        return new SlotHold(id, slot.toString(), window, expiresAt == null ? window.end() : expiresAt);
    }
}
