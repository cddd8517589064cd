package io.giaovan.paymentgateway.payout;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.rail.SealedPhone;
import java.util.Optional;

/** Which sellers are paid to a phone instead of their bank account. Safe for concurrent use. */
interface PayoutDestinations {
    Optional<SealedPhone> findPhone(MerchantId merchantId);

    /** From now on; payouts that are on their way keep the destination that they began with. */
    void payToPhone(MerchantId merchantId, SealedPhone phone);

    void payToBank(MerchantId merchantId);
}
