package io.giaovan.paymentgateway.api.customer;

import io.giaovan.contracts.merchant.MerchantId;

/** Keeps something of customers that has to go with them. */
public interface CustomerFollower {
    /** The customer is about to be deleted; may be told more than once. */
    void goes(MerchantId merchantId, String customerId);
}
