package io.giaovan.integrations.sandbox.company;

import java.util.List;
import java.util.Optional;

/** The sandbox parcel company's own books. */
interface CompanyLedger {
    void putShop(CompanyShop shop);

    Optional<CompanyShop> findShop(String shopId);

    List<CompanyShop> listShops();

    /** Enters a parcel; false when the seller's code is taken. */
    boolean insert(CompanyParcel parcel);

    Optional<CompanyParcel> find(String orderCode);

    Optional<CompanyParcel> findByClientCode(String clientOrderCode);

    List<CompanyParcel> list(int max);

    /** Parcels of a shop that still move by themselves. */
    List<CompanyParcel> listWalking(String shopId);

    /** Parcels of a shop whose cash the company holds and has not accounted for. */
    List<CompanyParcel> listCashWaiting(String shopId);

    /** Replaces a parcel if nobody changed it since it was read. */
    boolean update(CompanyParcel parcel);

    Optional<CompanyRemittance> findRemittance(String shopId, String reference);

    Optional<CompanyRemittance> findLastRemittance(String shopId);

    /** A shop's, oldest first. */
    List<CompanyRemittance> listRemittances(String shopId, int max);

    /** Enters a remittance; false when its number or its reference is taken. */
    boolean insert(CompanyRemittance remittance);
}
