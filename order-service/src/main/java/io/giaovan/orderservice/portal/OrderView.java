package io.giaovan.orderservice.portal;

import io.giaovan.contracts.delivery.DeliveryView;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderAction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order with what is known of its way.
 *
 * @param order the order, with its buyer
 * @param delivery where the parcel is, or null when nobody knows
 * @param trackingUrl the buyer's page
 * @param now the time it was made
 */
public record OrderView(Order order, @Nullable DeliveryView delivery, String trackingUrl, Instant now) {
    public boolean late() {
        return order.late()
                || (!order.status().isEnd() && order.promise().window().end().isBefore(now));
    }

    public boolean mayPack() {
        return order.allowedActions().contains(OrderAction.PACK);
    }

    public boolean mayCancel() {
        return order.allowedActions().contains(OrderAction.CANCEL);
    }

    /** Whether anything can still change, so that looking again is worth it. */
    public boolean live() {
        return !order.status().isEnd();
    }
}
