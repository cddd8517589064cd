package io.giaovan.integrations.sandbox.market;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.time.TimeWindow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sandbox marketplace's JSON towards sellers, written in snake case. */
final class MarketWire {
    private MarketWire() {}

    record Envelope(
            String error,
            String message,
            String requestId,
            @Nullable Object response) {}

    record Page(boolean more, String nextCursor, List<Number> orderList) {}

    record Number(String orderSn) {}

    record Details(List<Detail> orderList) {}

    record Detail(
            String orderSn,
            String orderStatus,
            String region,
            String currency,
            boolean cod,
            BigDecimal totalAmount,
            long createTime,
            long updateTime,
            Recipient recipientAddress,
            List<Item> itemList,
            @Nullable Window deliveryWindow,
            @Nullable String trackingNumber) {}

    record Recipient(
            String name,
            String phone,
            String town,
            String district,
            String city,
            String state,
            String region,
            String fullAddress,
            @Nullable Geolocation geolocation) {}

    record Geolocation(double latitude, double longitude) {}

    record Item(
            String itemName,
            String itemSku,
            String modelSku,
            int modelQuantityPurchased,
            BigDecimal modelDiscountedPrice) {}

    record Window(long startTime, long endTime) {}

    record ShipOrder(String orderSn, @Nullable JsonNode nonIntegrated) {}

    record TrackingUpdate(String orderSn, String logisticsStatus) {}

    record Cancel(String orderSn, String cancelReason) {}

    record Answer(String orderSn, String operation) {}

    static Detail detail(MarketOrder order) {
        String currency = order.items().getFirst().price().currency();
        long total = order.items().stream()
                .mapToLong(item -> item.price().amount() * item.quantity())
                .sum();
        return new Detail(
                order.orderSn(),
                order.shownStatus(),
                order.address().country(),
                currency,
                order.cashOnDelivery(),
                major(total, currency),
                order.createdAt().getEpochSecond(),
                order.updateSeconds(),
                recipient(order),
                order.items().stream()
                        .map(item -> new Item(
                                item.name(),
                                item.sku(),
                                "",
                                item.quantity(),
                                major(item.price().amount(), currency)))
                        .toList(),
                window(order.window()),
                order.trackingNumber());
    }

    private static Recipient recipient(MarketOrder order) {
        var address = order.address();
        List<String> full =
                new ArrayList<>(List.of(address.line(), address.ward(), order.district(), address.province()));
        full.removeIf(String::isBlank);
        return new Recipient(
                order.buyer().name(),
                order.buyer().phone(),
                address.ward(),
                order.district(),
                "",
                address.province(),
                address.country(),
                String.join(", ", full),
                address.point() == null
                        ? null
                        : new Geolocation(address.point().lat(), address.point().lon()));
    }

    private static @Nullable Window window(@Nullable TimeWindow window) {
        return window == null
                ? null
                : new Window(window.start().getEpochSecond(), window.end().getEpochSecond());
    }

    private static BigDecimal major(long minorUnits, String currency) {
        return BigDecimal.valueOf(
                minorUnits, Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    }
}
