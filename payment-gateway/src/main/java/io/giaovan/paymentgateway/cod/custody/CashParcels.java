package io.giaovan.paymentgateway.cod.custody;

import io.giaovan.contracts.payment.ChargeId;
import java.util.List;
import java.util.Optional;

/** Keeps where the cash of parcels is, for the house, which holds it for all merchants. Safe for concurrent use. */
public interface CashParcels {
    /** Keeps a new parcel; one that is known stays as it is. */
    void insert(CashParcel parcel);

    /** Keeps a moved parcel if nobody moved it since; false when the race was lost. */
    boolean update(CashParcel parcel);

    Optional<CashParcel> find(ChargeId id);

    /** A parcel that a parcel company took cash for, by the company's code. */
    Optional<CashParcel> findTracked(String holder, String tracking);

    /** Parcels whose cash somebody has, oldest first. */
    List<CashParcel> list(CashStage stage, String place);

    /** Parcels at a stage, oldest first, at most {@code limit}. */
    List<CashParcel> list(CashStage stage, int limit);
}
