package io.giaovan.orderservice.shipment;

import io.giaovan.contracts.merchant.MerchantId;
import java.util.Optional;

/** The journeys with parcel companies. Safe for concurrent use. */
public interface Shipments {
    /** Keeps a shipment; one with its parcel code stays as it is. */
    void add(Shipment shipment);

    Optional<Shipment> find(MerchantId merchantId, String parcelCode);
}
