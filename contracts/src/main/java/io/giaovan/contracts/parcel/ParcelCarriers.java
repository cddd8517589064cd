package io.giaovan.contracts.parcel;

import io.giaovan.contracts.merchant.MerchantId;
import java.util.List;

/** Parcel companies, for what our own couriers do not bring. Called by order-service. */
public interface ParcelCarriers {
    /** Names of the carriers that are set up, for instance {@code ghn}. */
    List<String> listCarriers();

    /** Books once: the same parcel code again answers with the booking there is. */
    CarrierBooking book(String carrier, CarrierBookingRequest request);

    /** Cancels a booking that was not picked up; repeating it changes nothing. */
    void cancel(MerchantId merchantId, String carrier, String trackingCode);
}
