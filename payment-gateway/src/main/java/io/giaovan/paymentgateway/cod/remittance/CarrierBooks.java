package io.giaovan.paymentgateway.cod.remittance;

import io.giaovan.contracts.parcel.TrackingStatus;
import java.time.Instant;
import java.util.Optional;

/** Keeps terms, remittances and the last news of parcels with parcel companies. Safe for concurrent use. */
interface CarrierBooks {
    void keep(CarrierTerms terms);

    Optional<CarrierTerms> findTerms(String carrier);

    /** Keeps what came of a file; the same carrier and reference is kept once. */
    void keep(Remittance remittance);

    Optional<Remittance> findRemittance(String carrier, String reference);

    /** Takes note of where a parcel is, unless later news is known. */
    void tracked(String carrier, String tracking, TrackingStatus status, Instant at);

    Optional<TrackingStatus> findStatus(String carrier, String tracking);
}
