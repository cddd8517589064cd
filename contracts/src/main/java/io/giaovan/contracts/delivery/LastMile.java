package io.giaovan.contracts.delivery;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Our own couriers. Called by order-service. Refusals are {@link io.giaovan.contracts.problem.ProblemException}s with
 * codes OUTSIDE_MAP, UNREACHABLE, NO_SLOT, HOLD_EXPIRED, NOT_FOUND, OUT_OF_SEQUENCE.
 */
public interface LastMile {
    /** Slots that the live plan could keep now, soonest first, at most 20; empty when none can. */
    List<SlotOffer> offerSlots(SlotQuery query);

    /** Keeps a slot for the time given. Two buyers never hold the same last place. */
    SlotHold hold(SlotQuery query, String slotId, HoldId holdId, Duration timeToLive);

    /** Turns a hold into a promise that no longer lapses; repeating it changes nothing. */
    SlotHold confirm(HoldId holdId);

    /** Gives a hold up; repeating it, or naming one that lapsed, changes nothing. */
    void release(HoldId holdId);

    /** Hands a parcel to the last mile; the same id again answers with the present state. */
    DeliveryView request(DeliveryRequest request);

    /** Withdraws a delivery that has not left the depot. */
    DeliveryView cancel(MerchantId merchantId, DeliveryId id);

    Optional<DeliveryView> find(MerchantId merchantId, DeliveryId id);
}
