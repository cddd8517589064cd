package io.giaovan.paymentgateway.api.key;

import io.giaovan.contracts.merchant.MerchantId;
import java.util.Optional;

/** Knows for which merchants a platform may act. */
public interface ConnectedMerchants {
    /** The merchant behind {@code acct_…}, if the platform connected it. */
    Optional<MerchantId> connectedTo(MerchantId platform, String accountId);

    /** The platform that connected a merchant, if one did. */
    Optional<MerchantId> platformOf(MerchantId merchantId);
}
