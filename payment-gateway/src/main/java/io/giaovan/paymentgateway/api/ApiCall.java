package io.giaovan.paymentgateway.api;

import io.giaovan.contracts.merchant.MerchantId;
import org.jspecify.annotations.Nullable;

/**
 * A request that was let in.
 *
 * @param merchantId whose key it came with
 * @param version which version of the API it speaks
 * @param publishable whether it comes from a buyer's page
 * @param method the HTTP method
 * @param path without the query
 * @param idempotencyKey the caller's key, or null
 * @param form its parameters, from the body or from the query
 */
public record ApiCall(
        MerchantId merchantId,
        String version,
        boolean publishable,
        String method,
        String path,
        @Nullable String idempotencyKey,
        Form form) {}
