package io.giaovan.integrations.channel;

import java.util.List;
import java.util.Optional;

/** The shops that are connected. */
public interface ChannelShops {
    /** Connects a shop or renews its secret; false when it belongs to another seller. */
    boolean connect(ChannelShop shop);

    Optional<ChannelShop> find(String channel, String shopId);

    List<ChannelShop> list(String channel);
}
