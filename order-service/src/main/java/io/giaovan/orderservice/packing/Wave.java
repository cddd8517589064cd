package io.giaovan.orderservice.packing;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import java.time.Instant;
import java.util.List;

/**
 * Orders that are picked together.
 *
 * @param id begins with {@code wv_}
 * @param merchantId the seller
 * @param orderIds 1 to {@link Parcels#BATCH_MAX} different orders, in the order of picking and of the labels
 * @param createdAt when picking began
 */
public record Wave(String id, MerchantId merchantId, List<OrderId> orderIds, Instant createdAt) {
    public Wave {
        orderIds = orderIds.stream().distinct().toList();
        if (orderIds.isEmpty() || orderIds.size() > Parcels.BATCH_MAX) {
            throw new IllegalArgumentException(
                    "orderIds: " + orderIds.size() + " orders, allowed are 1 to " + Parcels.BATCH_MAX);
        }
    }
}
