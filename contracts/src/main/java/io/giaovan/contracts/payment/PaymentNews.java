package io.giaovan.contracts.payment;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.Instant;

/**
 * What a merchant's own software hears of a payment.
 *
 * @param merchantId whose it is
 * @param type what happened, in the words of the public API, for instance {@code payment_intent.succeeded}
 * @param object the thing it happened to as it stood then, as the public API's JSON
 * @param at when it happened
 */
public record PaymentNews(MerchantId merchantId, String type, String object, Instant at) {}
