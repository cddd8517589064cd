package io.giaovan.orderservice.packing;

import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.time.TimeWindow;
import java.time.Instant;

/**
 * A closed box. What its label says is fixed here when the box is closed, except the recipient, who stays with the
 * order so that personal data is kept in one place.
 *
 * @param code on the label
 * @param merchantId the seller
 * @param orderId the order it belongs to; an order has one parcel
 * @param orderNumber the number that seller and buyer know the order by, 1 to 64 characters
 * @param depot depot it leaves from
 * @param sender the seller's name
 * @param cashToCollect zero when nothing is to be paid at the door
 * @param promised the window promised to the buyer
 * @param load what it takes up
 * @param packedAt when the box was closed
 */
public record Parcel(
        ParcelCode code,
        MerchantId merchantId,
        OrderId orderId,
        String orderNumber,
        String depot,
        String sender,
        Money cashToCollect,
        TimeWindow promised,
        ParcelLoad load,
        Instant packedAt) {
    public Parcel {
        if (cashToCollect.isNegative()) {
            throw new IllegalArgumentException("cashToCollect: " + cashToCollect.amount() + " is below 0");
        }
        if (orderNumber.isBlank() || orderNumber.length() > 64) {
            throw new IllegalArgumentException(
                    "orderNumber: has " + orderNumber.length() + " characters, allowed are 1 to 64");
        }
    }
}
