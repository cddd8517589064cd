package io.giaovan.paymentgateway.charge.suspense;

import java.util.List;

/** Keeps what was decided about money in suspense. Safe for concurrent use. */
interface SuspenseTrails {
    /** A trail as it is kept. */
    record Trail(List<Resolution> steps, long version) {}

    /** Empty with version 0 when nothing was decided. */
    Trail get(String caseId);

    /** Keeps a changed trail if nobody changed it since; false when the race was lost. */
    boolean update(String caseId, Trail trail);
}
