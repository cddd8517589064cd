package io.giaovan.orderservice.intake;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.IncomingOrder;
import io.giaovan.contracts.order.IntakeOutcome;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Lets integrations hand orders over from another process. */
@Controller("/internal/order-intake")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrderIntakeController {
    private final ChannelOrders intake;

    OrderIntakeController(ChannelOrders intake) {
        this.intake = intake;
    }

    record Accept(IncomingOrder order) {}

    record Cancel(MerchantId merchantId, String channel, String externalId, String reason) {}

    @Post("/accept")
    IntakeOutcome accept(@Body Accept body) {
        return intake.accept(body.order());
    }

    @Post("/cancel")
    IntakeOutcome cancel(@Body Cancel body) {
        return intake.cancel(body.merchantId(), body.channel(), body.externalId(), body.reason());
    }
}
