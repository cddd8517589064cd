package io.giaovan.contracts.parcel;

import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;

/**
 * Asks a parcel company to take a parcel.
 *
 * @param parcelCode our code, which the carrier keeps as the client's order code: the key against double bookings
 * @param merchantId the seller
 * @param orderId the order
 * @param sender whom to ask for at pick-up
 * @param from where it is picked up
 * @param recipient whom to ask for at the door
 * @param to where it goes
 * @param load what it takes up
 * @param cashToCollect zero when nothing is to be paid at the door
 */
public record CarrierBookingRequest(
        String parcelCode,
        MerchantId merchantId,
        OrderId orderId,
        Contact sender,
        Address from,
        Contact recipient,
        Address to,
        ParcelLoad load,
        Money cashToCollect) {}
