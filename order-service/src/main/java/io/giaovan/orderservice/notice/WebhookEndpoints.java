package io.giaovan.orderservice.notice;

import io.giaovan.contracts.merchant.MerchantId;
import java.util.List;
import java.util.Optional;

/** The webhook endpoints of sellers. */
interface WebhookEndpoints {
    /** Most endpoints of one seller. */
    int PER_SELLER_MAX = 10;

    /** Adds an endpoint; one with the same id stays as it is and is returned. */
    WebhookEndpoint add(WebhookEndpoint endpoint);

    /** All of a seller, oldest first. */
    List<WebhookEndpoint> list(MerchantId merchantId);

    Optional<WebhookEndpoint> find(MerchantId merchantId, String id);

    /** Sends nothing there any more, and says why. */
    void disable(MerchantId merchantId, String id, String because);

    /** Sends there again. */
    void enable(MerchantId merchantId, String id);

    /** Forgets it; repeating that changes nothing. */
    void remove(MerchantId merchantId, String id);
}
