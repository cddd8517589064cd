package io.giaovan.paymentgateway.api.event;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.Instant;

/**
 * Something that happened to a merchant's payments.
 *
 * @param id {@code evt_…}; later events have greater ids
 * @param merchantId whose it is
 * @param type what happened, for instance {@code payment_intent.succeeded}
 * @param object the thing as it stood then, as JSON
 * @param createdAt when it happened
 */
public record ApiEvent(String id, MerchantId merchantId, String type, String object, Instant createdAt) {}
