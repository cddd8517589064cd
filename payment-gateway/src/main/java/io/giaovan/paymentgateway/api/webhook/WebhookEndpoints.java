package io.giaovan.paymentgateway.api.webhook;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.Sliced;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps webhook endpoints. Safe for concurrent use. */
interface WebhookEndpoints {
    int PER_MERCHANT_MAX = 16;

    /** Keeps an endpoint; one with its id stays as it is. */
    WebhookEndpoint add(WebhookEndpoint endpoint);

    /** All of a merchant. */
    List<WebhookEndpoint> list(MerchantId merchantId);

    /** A merchant's endpoints, newest first. */
    Sliced<WebhookEndpoint> list(MerchantId merchantId, Slice slice);

    Optional<WebhookEndpoint> find(MerchantId merchantId, String id);

    void disable(MerchantId merchantId, String id, String because);

    /** Keeps what a merchant changed; the secret stays as it is. False when there is no such endpoint. */
    boolean change(WebhookEndpoint endpoint);

    /**
     * Gives an endpoint its next secret.
     *
     * @param from how often the secret was changed before; another number changes nothing
     * @param oldSecretUntil until when the secret before signs too
     */
    void rotate(MerchantId merchantId, String id, int from, Instant oldSecretUntil);

    /** Returns whether there was one. */
    boolean remove(MerchantId merchantId, String id);
}
