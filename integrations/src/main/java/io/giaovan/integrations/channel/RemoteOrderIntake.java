package io.giaovan.integrations.channel;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.IncomingOrder;
import io.giaovan.contracts.order.IntakeOutcome;
import io.giaovan.contracts.order.OrderIntake;
import io.giaovan.edge.remote.HouseClient;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;

/** The order-service's intake in another process. */
@Singleton
@Requires(property = "giaovan.remote.order-service")
final class RemoteOrderIntake implements OrderIntake {
    private final HouseClient client;
    private final URI orderService;

    RemoteOrderIntake(HouseClient client, @Value("${giaovan.remote.order-service}") URI orderService) {
        this.client = client;
        this.orderService = orderService;
    }

    record Accept(IncomingOrder order) {}

    record Cancel(MerchantId merchantId, String channel, String externalId, String reason) {}

    @Override
    public IntakeOutcome accept(IncomingOrder order) {
        return client.post(orderService, "/internal/order-intake/accept", new Accept(order), IntakeOutcome.class);
    }

    @Override
    public IntakeOutcome cancel(MerchantId merchantId, String channel, String externalId, String reason) {
        return client.post(
                orderService,
                "/internal/order-intake/cancel",
                new Cancel(merchantId, channel, externalId, reason),
                IntakeOutcome.class);
    }
}
