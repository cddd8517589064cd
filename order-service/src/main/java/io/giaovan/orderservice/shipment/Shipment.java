package io.giaovan.orderservice.shipment;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A parcel's journey with a parcel company. Journeys with our own couriers are the engine's.
 *
 * @param parcelCode our code on the label, which the company keeps as its client's number
 * @param merchantId the seller
 * @param orderId the order
 * @param carrier which company
 * @param trackingCode the company's code
 * @param fee what it asks
 */
public record Shipment(
        String parcelCode, MerchantId merchantId, OrderId orderId, String carrier, String trackingCode, Money fee) {
    /** Who holds cash that the company took at the door, as the gateway's books name it. */
    static String cashHolder(@Nullable String carrier) {
        return "carrier-" + carrier;
    }
}
