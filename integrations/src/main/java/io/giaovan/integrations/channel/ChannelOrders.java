package io.giaovan.integrations.channel;

import io.giaovan.contracts.merchant.MerchantId;
import java.util.Optional;

/** Which shop an order came through, so that news finds the way back. */
public interface ChannelOrders {
    /** Remembers an order before it is handed over; again changes nothing. */
    void remember(ChannelShop shop, String externalId);

    /** The shop's id, if the order came in for this seller. */
    Optional<String> findShop(MerchantId merchantId, String channel, String externalId);
}
