package io.giaovan.paymentgateway.rail.vietqr;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.payment.ChargeId;
import java.util.Optional;

/** Which charge a transfer code belongs to. A charge keeps its code for ever, so late money still finds it. */
public interface TransferCodes {
    /** Whom a code belongs to. */
    record Owner(MerchantId merchantId, ChargeId chargeId) {}

    /** The charge's code; the same again when asked again. */
    TransferCode claim(MerchantId merchantId, ChargeId chargeId);

    Optional<Owner> find(TransferCode code);
}
