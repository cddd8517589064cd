package io.giaovan.paymentgateway.api.charge;

import io.giaovan.contracts.payment.ChargeId;

/** Knows which charges are or were disputed. */
public interface DisputedCharges {
    boolean isDisputed(ChargeId id);
}
