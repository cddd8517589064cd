package io.giaovan.orderservice.intake;

import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.contracts.delivery.LastMile;
import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.delivery.SlotHold;
import io.giaovan.contracts.delivery.SlotOffer;
import io.giaovan.contracts.delivery.SlotQuery;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.edge.access.Secrets;
import io.giaovan.orderservice.merchant.Merchant;
import io.giaovan.orderservice.order.Promise;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns slots of the last mile into promises. A hold's id is derived from its order and slot, so asking again finds the
 * same hold. Safe for concurrent use.
 */
@Singleton
public final class SlotDesk {
    private final LastMile lastMile;
    private final PromiseSettings settings;
    private final Clock clock;

    SlotDesk(LastMile lastMile, PromiseSettings settings, Clock clock) {
        this.lastMile = lastMile;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Slots that could be kept now, soonest first.
     *
     * @throws ProblemException OUTSIDE_MAP or UNREACHABLE when our couriers do not go there
     */
    public List<SlotOffer> offers(Merchant merchant, Address address, ParcelLoad load) {
        return lastMile.offerSlots(query(merchant, address, load));
    }

    /**
     * Keeps one slot for an order.
     *
     * @throws ProblemException NO_SLOT when it can no longer be kept
     */
    public Promise hold(
            Merchant merchant, Address address, ParcelLoad load, String slotId, OrderId orderId, Duration timeToLive) {
        HoldId holdId = holdId(orderId, slotId);
        SlotHold hold = lastMile.hold(query(merchant, address, load), slotId, holdId, timeToLive);
        return new Promise(hold.window(), holdId, false);
    }

    /**
     * Keeps the first slot inside a wished window; when none can be proven, the wish or the standard window is promised
     * without a hold, and says so.
     *
     * @param wish when the buyer wants it, or null for as soon as possible
     * @throws ProblemException OUTSIDE_MAP or UNREACHABLE when our couriers do not go there
     */
    public Promise holdFirst(
            Merchant merchant,
            Address address,
            ParcelLoad load,
            @Nullable TimeWindow wish,
            OrderId orderId,
            Duration timeToLive) {
        for (SlotOffer offer : offers(merchant, address, load)) {
            boolean suits = wish == null
                    || wish.contains(offer.window().start())
                            && wish.contains(offer.window().end());
            if (suits) {
                try {
                    return hold(merchant, address, load, offer.slotId(), orderId, timeToLive);
                } catch (ProblemException taken) {
                    if (taken.code() != ErrorCode.NO_SLOT) {
                        throw taken;
                    }
                }
            }
        }
        return new Promise(wish == null ? standardWindow() : wish, null, true);
    }

    /** What is promised when no slot can be proven. */
    public TimeWindow standardWindow() {
        return window(settings.standardDays(), settings.standardDays());
    }

    /** What is promised for places that a parcel company serves. */
    public TimeWindow carrierWindow() {
        return window(1, settings.carrierDays());
    }

    /** Whether a refusal says that our couriers do not go there. */
    public static boolean outOfReach(ProblemException refused) {
        return refused.code() == ErrorCode.OUTSIDE_MAP || refused.code() == ErrorCode.UNREACHABLE;
    }

    private static HoldId holdId(OrderId orderId, String slotId) {
        return new HoldId(orderId + "-" + Secrets.digest(slotId).substring(0, 8));
    }

    private TimeWindow window(int firstDay, int lastDay) {
        ServiceDay today = ServiceDay.of(clock.instant(), settings.zone());
        ServiceDay first = new ServiceDay(today.date().plusDays(firstDay), today.zone());
        ServiceDay last = new ServiceDay(today.date().plusDays(lastDay), today.zone());
        return new TimeWindow(first.at(settings.standardFrom()), last.at(settings.standardTo()));
    }

    private SlotQuery query(Merchant merchant, Address address, ParcelLoad load) {
        Instant readyAt = clock.instant().plus(settings.packWithin());
        return new SlotQuery(merchant.depot(), address, load, readyAt);
    }
}
