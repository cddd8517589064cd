package io.giaovan.contracts.delivery;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.time.TimeWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery changed its status or its expected arrival.
 *
 * @param deliveryId the delivery
 * @param merchantId the seller
 * @param orderId the order
 * @param status where it stands now
 * @param at when it happened
 * @param expected range in which it will arrive, while planned or out for delivery, else null
 * @param stopsBefore stops before this one on the route, while planned or out for delivery, else null
 * @param proof set when delivered, else null
 * @param cashCollected cash taken at the door when delivered, else null
 * @param courierId who holds that cash, when delivered, else null
 * @param failure set when an attempt failed, else null
 * @param attempt number of attempts so far
 * @param late whether it was served, or will be, after the promised window
 */
public record DeliveryEvent(
        DeliveryId deliveryId,
        MerchantId merchantId,
        OrderId orderId,
        DeliveryStatus status,
        Instant at,
        @Nullable TimeWindow expected,
        @Nullable Integer stopsBefore,
        @Nullable Proof proof,
        @Nullable Money cashCollected,
        @Nullable String courierId,
        @Nullable FailureReason failure,
        int attempt,
        boolean late) {}
