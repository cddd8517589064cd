package io.giaovan.routingengine.dispatch.api;

import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryRequest;
import io.giaovan.contracts.delivery.DeliveryView;
import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.contracts.delivery.SlotHold;
import io.giaovan.contracts.delivery.SlotOffer;
import io.giaovan.contracts.delivery.SlotQuery;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.List;

/** The last mile over HTTP, for the shape in which order-service runs in another process. */
@Controller("/internal/last-mile")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LastMileController {
    private final EngineLastMile lastMile;

    LastMileController(EngineLastMile lastMile) {
        this.lastMile = lastMile;
    }

    record OfferSlots(SlotQuery query) {}

    record Hold(SlotQuery query, String slotId, HoldId holdId, Duration timeToLive) {}

    record OneHold(HoldId holdId) {}

    record Request(DeliveryRequest request) {}

    record OneDelivery(MerchantId merchantId, DeliveryId id) {}

    @Post("/offer-slots")
    List<SlotOffer> offerSlots(@Body OfferSlots body) {
        return lastMile.offerSlots(body.query());
    }

    @Post("/hold")
    SlotHold hold(@Body Hold body) {
        return lastMile.hold(body.query(), body.slotId(), body.holdId(), body.timeToLive());
    }

    @Post("/confirm")
    SlotHold confirm(@Body OneHold body) {
        return lastMile.confirm(body.holdId());
    }

    @Post("/release")
    @Status(HttpStatus.NO_CONTENT)
    void release(@Body OneHold body) {
        lastMile.release(body.holdId());
    }

    @Post("/request")
    DeliveryView request(@Body Request body) {
        return lastMile.request(body.request());
    }

    @Post("/cancel")
    DeliveryView cancel(@Body OneDelivery body) {
        return lastMile.cancel(body.merchantId(), body.id());
    }

    @Post("/find")
    DeliveryView find(@Body OneDelivery body) {
        return lastMile.find(body.merchantId(), body.id())
                .orElseThrow(
                        () -> ProblemException.notFound("delivery", body.id().value()));
    }
}
