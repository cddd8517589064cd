package io.giaovan.orderservice.packing;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.time.TimeWindow;
import java.time.Instant;

/**
 * What a label says. Personal data: never write one to a log.
 *
 * @param code what the courier scans
 * @param orderNumber the number that seller and buyer know the order by
 * @param depot depot the parcel leaves from
 * @param sender the seller's name
 * @param recipient whom to ask for; the number is printed masked
 * @param address where to
 * @param cashToCollect zero when nothing is to be paid at the door
 * @param promised the window promised to the buyer
 * @param grams weight
 * @param packedAt when the box was closed
 */
record LabelContent(
        ParcelCode code,
        String orderNumber,
        String depot,
        String sender,
        Contact recipient,
        Address address,
        Money cashToCollect,
        TimeWindow promised,
        int grams,
        Instant packedAt) {
    /** Keeps name and address out of logs. */
    @Override
    public String toString() {
        return "LabelContent[" + code + "]";
    }
}
