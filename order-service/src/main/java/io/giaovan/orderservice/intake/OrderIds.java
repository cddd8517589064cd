package io.giaovan.orderservice.intake;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.edge.access.Secrets;

/** Derives the id of an order from what makes it unique, so that the same order sent again finds the one there is. */
public final class OrderIds {
    private static final int DIGEST_LENGTH = 20;

    private OrderIds() {}

    /** An order of a marketplace, by the marketplace's own number. */
    public static OrderId ofChannel(String channel, String externalId) {
        return derived("channel|" + channel + "|" + externalId);
    }

    /** An order of a partner shop, by the key that the shop chose for the call. */
    public static OrderId ofShop(MerchantId merchantId, String idempotencyKey) {
        return derived("shop|" + merchantId + "|" + idempotencyKey);
    }

    private static OrderId derived(String from) {
        return new OrderId("ord_" + Secrets.digest(from).substring(0, DIGEST_LENGTH));
    }
}
