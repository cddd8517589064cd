package io.giaovan.integrations.carrier;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.parcel.TrackingStatus;
import org.jspecify.annotations.Nullable;

/**
 * A parcel at a parcel company. It is stored before the company is asked, so that an answer that got lost is looked up
 * and never asked for twice.
 *
 * @param carrier which company
 * @param parcelCode our code, the company's client order code
 * @param merchantId the seller
 * @param orderId the order
 * @param booked the company's code and fee, or null while it is not known whether the company took it
 * @param status where the parcel is as far as we tell
 * @param entriesSeen entries of the company's journey that were told
 * @param version number of changes, beginning at 1
 */
public record Booking(
        String carrier,
        String parcelCode,
        MerchantId merchantId,
        OrderId orderId,
        @Nullable Booked booked,
        TrackingStatus status,
        int entriesSeen,
        long version) {
    /** The company took it. */
    public record Booked(String trackingCode, Money fee) {}

    public boolean isOpen() {
        return !TrackingTable.isTerminal(status);
    }

    Booking taken(Booked answer) {
        return new Booking(carrier, parcelCode, merchantId, orderId, answer, status, entriesSeen, version);
    }

    Booking seen(TrackingStatus now, int entries) {
        return new Booking(carrier, parcelCode, merchantId, orderId, booked, now, entries, version);
    }
}
