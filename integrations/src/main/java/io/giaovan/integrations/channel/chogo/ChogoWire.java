package io.giaovan.integrations.channel.chogo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The marketplace's JSON as records; its names in snake case are ours in camel case. Anything may be missing. */
final class ChogoWire {
    private ChogoWire() {}

    /** A push; code 3 says that an order changed its status. Times are seconds since 1970. */
    record Push(
            @Nullable String shopId,
            int code,
            long timestamp,
            @Nullable PushData data) {
        static final int ORDER_STATUS = 3;
    }

    record PushData(
            @Nullable String ordersn,
            @Nullable String status,
            @Nullable Long updateTime) {}

    /** What surrounds every answer; trouble is told in {@code error}, with HTTP status 200. */
    record Envelope(
            @Nullable String error,
            @Nullable String message,
            @Nullable String requestId,
            @Nullable JsonNode response) {}

    record OrderPage(
            boolean more,
            @Nullable String nextCursor,
            @Nullable List<ListedOrder> orderList) {}

    record ListedOrder(String orderSn) {}

    record OrderDetails(@Nullable List<Order> orderList) {}

    /** An order as get_order_detail shows it. */
    record Order(
            String orderSn,
            String orderStatus,
            @Nullable String currency,
            boolean cod,
            long createTime,
            long updateTime,
            @Nullable Recipient recipientAddress,
            @Nullable List<Item> itemList,
            @Nullable DeliveryWindow deliveryWindow,
            @Nullable String cancelReason) {
        /** Keeps the buyer out of logs. */
        @Override
        public String toString() {
            return "Order[" + orderSn + " " + orderStatus + "]";
        }
    }

    /**
     * Where to. In the three tiers of before July 2025 {@code town} is the ward and {@code district} the district; in
     * the two tiers of today {@code district} is empty.
     */
    record Recipient(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String town,
            @Nullable String district,
            @Nullable String city,
            @Nullable String state,
            @Nullable String region,
            @Nullable String fullAddress,
            @Nullable Geolocation geolocation) {
        /** Keeps the buyer out of logs. */
        @Override
        public String toString() {
            return "Recipient[hidden]";
        }
    }

    record Geolocation(double latitude, double longitude) {}

    record Item(
            @Nullable String itemName,
            @Nullable String itemSku,
            @Nullable String modelSku,
            int modelQuantityPurchased,
            @Nullable BigDecimal modelDiscountedPrice) {}

    record DeliveryWindow(long startTime, long endTime) {}

    record ShipOrder(String orderSn, NonIntegrated nonIntegrated) {}

    record NonIntegrated(String trackingNumber) {}

    record TrackingUpdate(String orderSn, @Nullable String trackingNumber, String logisticsStatus, long updateTime) {}

    record CancelOrder(String orderSn, String cancelReason) {}

    record AnswerCancellation(String orderSn, String operation) {}
}
