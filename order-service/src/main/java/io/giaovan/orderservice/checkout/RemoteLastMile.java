package io.giaovan.orderservice.checkout;

import com.fasterxml.jackson.core.type.TypeReference;
import io.giaovan.contracts.delivery.DeliveryId;
import io.giaovan.contracts.delivery.DeliveryRequest;
import io.giaovan.contracts.delivery.DeliveryView;
import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.contracts.delivery.LastMile;
import io.giaovan.contracts.delivery.SlotHold;
import io.giaovan.contracts.delivery.SlotOffer;
import io.giaovan.contracts.delivery.SlotQuery;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.edge.remote.HouseClient;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The last mile in another process. */
@Singleton
@Requires(property = "giaovan.remote.routing-engine")
@Requires(missingProperty = "giaovan.test.last-mile")
final class RemoteLastMile implements LastMile {
    private static final String PATH = "/internal/last-mile/";

    private final HouseClient client;
    private final URI engine;

    RemoteLastMile(HouseClient client, @Value("${giaovan.remote.routing-engine}") URI engine) {
        this.client = client;
        this.engine = engine;
    }

    record OfferSlots(SlotQuery query) {}

    record Hold(SlotQuery query, String slotId, HoldId holdId, Duration timeToLive) {}

    record OneHold(HoldId holdId) {}

    record Request(DeliveryRequest request) {}

    record OneDelivery(MerchantId merchantId, DeliveryId id) {}

    @Override
    public List<SlotOffer> offerSlots(SlotQuery query) {
        return client.post(engine, PATH + "offer-slots", new OfferSlots(query), new TypeReference<>() {});
    }

    @Override
    public SlotHold hold(SlotQuery query, String slotId, HoldId holdId, Duration timeToLive) {
        return client.post(engine, PATH + "hold", new Hold(query, slotId, holdId, timeToLive), SlotHold.class);
    }

    @Override
    public SlotHold confirm(HoldId holdId) {
        return client.post(engine, PATH + "confirm", new OneHold(holdId), SlotHold.class);
    }

    @Override
    public void release(HoldId holdId) {
        client.post(engine, PATH + "release", new OneHold(holdId));
    }

    @Override
    public DeliveryView request(DeliveryRequest request) {
        return client.post(engine, PATH + "request", new Request(request), DeliveryView.class);
    }

    @Override
    public DeliveryView cancel(MerchantId merchantId, DeliveryId id) {
        return client.post(engine, PATH + "cancel", new OneDelivery(merchantId, id), DeliveryView.class);
    }

    @Override
    public Optional<DeliveryView> find(MerchantId merchantId, DeliveryId id) {
        return client.find(engine, PATH + "find", new OneDelivery(merchantId, id), DeliveryView.class);
    }
}
