package io.giaovan.contracts.delivery;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.time.TimeWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks our own couriers to bring one parcel.
 *
 * @param id chosen by the caller; the same id again changes nothing
 * @param merchantId the seller
 * @param orderId the order the parcel belongs to
 * @param parcelCode the code on the label, which the courier scans
 * @param depot depot it leaves from
 * @param address where to
 * @param recipient whom to ask for
 * @param promised the window promised to the buyer
 * @param load what it takes up
 * @param cashToCollect zero when nothing is to be paid at the door
 * @param readyAt when it can leave the depot at the earliest
 * @param hold the slot hold made at checkout, or null when there was none
 * @param choice what the buyer may decide at the door, or null when the parcel is taken whole or not at all
 */
public record DeliveryRequest(
        DeliveryId id,
        MerchantId merchantId,
        OrderId orderId,
        String parcelCode,
        String depot,
        Address address,
        Contact recipient,
        TimeWindow promised,
        ParcelLoad load,
        Money cashToCollect,
        Instant readyAt,
        @Nullable HoldId hold,
        @Nullable DoorChoice choice) {
    public DeliveryRequest {
        if (cashToCollect.isNegative()) {
            throw new IllegalArgumentException("cashToCollect: " + cashToCollect.amount() + " is below 0");
        }
        if (choice != null && cashToCollect.isPositive() && !choice.dueForAll().equals(cashToCollect)) {
            throw new IllegalArgumentException("choice: all of it costs "
                    + choice.dueForAll().amount() + ", yet " + cashToCollect.amount() + " is to be collected");
        }
    }

    /** A parcel that is taken whole or not at all. */
    public DeliveryRequest(
            DeliveryId id,
            MerchantId merchantId,
            OrderId orderId,
            String parcelCode,
            String depot,
            Address address,
            Contact recipient,
            TimeWindow promised,
            ParcelLoad load,
            Money cashToCollect,
            Instant readyAt,
            @Nullable HoldId hold) {
        this(
                id,
                merchantId,
                orderId,
                parcelCode,
                depot,
                address,
                recipient,
                promised,
                load,
                cashToCollect,
                readyAt,
                hold,
                null);
    }
}
