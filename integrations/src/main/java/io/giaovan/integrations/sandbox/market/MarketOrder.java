package io.giaovan.integrations.sandbox.market;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.time.TimeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order in the sandbox marketplace's own ledger.
 *
 * @param orderSn its number
 * @param shopId whose order
 * @param status where it stands; {@code rawStatus} shows instead when a test set one
 * @param rawStatus a status that the seller's side may not know, or null
 * @param buyer who bought
 * @param address where to
 * @param district the old second tier, or empty
 * @param items what was bought
 * @param cashOnDelivery whether the buyer pays at the door
 * @param window when the buyer wants it, or null
 * @param createdAt business time
 * @param updateSeconds business time of the last change in whole seconds, rising with every change
 * @param trackingNumber what the seller told, or null
 * @param told what the seller told and when, in order
 * @param version number of changes, beginning at 1
 */
record MarketOrder(
        String orderSn,
        String shopId,
        MarketStatus status,
        @Nullable String rawStatus,
        Contact buyer,
        Address address,
        String district,
        List<Item> items,
        boolean cashOnDelivery,
        @Nullable TimeWindow window,
        Instant createdAt,
        long updateSeconds,
        @Nullable String trackingNumber,
        List<Told> told,
        long version) {
    static final int ITEMS_MAX = 100;
    private static final int TOLD_MAX = 200;

    /**
     * One article.
     *
     * @param price of one piece
     */
    record Item(String sku, String name, int quantity, Money price) {
        Item {
            if (quantity < 1 || quantity > 1_000) {
                throw new IllegalArgumentException("quantity: " + quantity + " is outside 1 to 1000");
            }
            if (price.isNegative()) {
                throw new IllegalArgumentException("price: " + price.amount() + " is below 0");
            }
        }
    }

    /** What the seller told. */
    record Told(String what, Instant at) {}

    MarketOrder {
        items = List.copyOf(items);
        told = List.copyOf(told);
        if (items.isEmpty() || items.size() > ITEMS_MAX) {
            throw new IllegalArgumentException("items: " + items.size() + " items, allowed are 1 to " + ITEMS_MAX);
        }
    }

    String shownStatus() {
        return rawStatus == null ? status.name() : rawStatus;
    }

    MarketOrder moved(MarketStatus next, Instant now) {
        return new MarketOrder(
                orderSn,
                shopId,
                next,
                null,
                buyer,
                address,
                district,
                items,
                cashOnDelivery,
                window,
                createdAt,
                Math.max(now.getEpochSecond(), updateSeconds + 1),
                trackingNumber,
                told,
                version);
    }

    MarketOrder showing(String strangeStatus, Instant now) {
        return new MarketOrder(
                orderSn,
                shopId,
                status,
                strangeStatus,
                buyer,
                address,
                district,
                items,
                cashOnDelivery,
                window,
                createdAt,
                Math.max(now.getEpochSecond(), updateSeconds + 1),
                trackingNumber,
                told,
                version);
    }

    MarketOrder tracked(String number) {
        return new MarketOrder(
                orderSn,
                shopId,
                status,
                rawStatus,
                buyer,
                address,
                district,
                items,
                cashOnDelivery,
                window,
                createdAt,
                updateSeconds,
                number,
                told,
                version);
    }

    MarketOrder hearing(String what, Instant now) {
        List<Told> more = new ArrayList<>(told.subList(Math.max(0, told.size() - TOLD_MAX + 1), told.size()));
        more.add(new Told(what, now));
        return new MarketOrder(
                orderSn,
                shopId,
                status,
                rawStatus,
                buyer,
                address,
                district,
                items,
                cashOnDelivery,
                window,
                createdAt,
                updateSeconds,
                trackingNumber,
                more,
                version);
    }

    /** Keeps the buyer out of logs. */
    @Override
    public String toString() {
        return "MarketOrder[" + orderSn + " " + shownStatus() + "]";
    }
}
