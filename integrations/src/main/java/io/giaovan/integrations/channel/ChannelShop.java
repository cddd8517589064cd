package io.giaovan.integrations.channel;

import io.giaovan.contracts.merchant.MerchantId;
import org.jspecify.annotations.Nullable;

/**
 * A seller's shop on a marketplace.
 *
 * @param channel which marketplace, for instance {@code chogo}
 * @param shopId the marketplace's number of the shop, 1 to 64 letters, digits, {@code _} and {@code -}
 * @param merchantId whose shop it is
 * @param secret shared with the marketplace: signs calls and pushes, 16 to 200 characters
 * @param callbackUrl the address the marketplace was given for its pushes, or null for the usual one
 */
public record ChannelShop(
        String channel,
        String shopId,
        MerchantId merchantId,
        String secret,
        @Nullable String callbackUrl) {
    public ChannelShop {
        if (!channel.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("channel: '" + channel + "' is not 1 to 32 of a-z 0-9 -");
        }
        if (!shopId.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("shopId: '" + shopId + "' is not 1 to 64 letters, digits, _ or -");
        }
        if (secret.length() < 16 || secret.length() > 200) {
            throw new IllegalArgumentException("secret: has " + secret.length() + " characters, allowed are 16 to 200");
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "ChannelShop[" + channel + " " + shopId + "]";
    }
}
