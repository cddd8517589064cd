package io.giaovan.orderservice.tracking;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryRequest;
import io.giaovan.contracts.delivery.DeliveryStatus;
import io.giaovan.contracts.delivery.DeliveryView;
import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.contracts.delivery.LastMile;
import io.giaovan.contracts.delivery.SlotHold;
import io.giaovan.contracts.delivery.SlotOffer;
import io.giaovan.contracts.delivery.SlotQuery;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A last mile that takes every parcel and says of it what the test told it to say. */
@Singleton
@Replaces(LastMile.class)
@Requires(property = "giaovan.test.last-mile", value = "fake")
public final class FakeLastMile implements LastMile {
    private final Map<DeliveryId, DeliveryView> deliveries = new ConcurrentHashMap<>();
    private volatile boolean silent;

    /** From now on says this of a delivery. */
    public void say(DeliveryView view) {
        deliveries.put(view.deliveryId(), view);
    }

    /** Answers nothing any more, or again. */
    public void setSilent(boolean silent) {
        this.silent = silent;
    }

    @Override
    public List<SlotOffer> offerSlots(SlotQuery query) {
        return List.of();
    }

    @Override
    public SlotHold hold(SlotQuery query, String slotId, HoldId holdId, Duration timeToLive) {
        throw new ProblemException(ErrorCode.NO_SLOT, "the fake has no slots");
    }

    @Override
    public SlotHold confirm(HoldId holdId) {
        throw new ProblemException(ErrorCode.HOLD_EXPIRED, "the fake has no holds");
    }

    @Override
    public void release(HoldId holdId) {
        deliveries.keySet().removeIf(id -> id.value().equals(holdId.value()));
    }

    @Override
    public DeliveryView request(DeliveryRequest request) {
        return deliveries.computeIfAbsent(
                request.id(), id -> new DeliveryView(id, DeliveryStatus.REQUESTED, request.promised(), null, null, 0));
    }

    @Override
    public DeliveryView cancel(MerchantId merchantId, DeliveryId id) {
        return find(merchantId, id).orElseThrow(() -> ProblemException.notFound("delivery", id.value()));
    }

    @Override
    public Optional<DeliveryView> find(MerchantId merchantId, DeliveryId id) {
        if (silent) {
            throw new ProblemException(ErrorCode.UNAVAILABLE, "the fake is silent");
        }
        return Optional.ofNullable(deliveries.get(id));
    }
}
