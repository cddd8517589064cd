package io.giaovan.integrations.channel;

import io.giaovan.contracts.parcel.MarketplaceNews;

/** What every marketplace can do for the house. */
public interface Marketplace {
    /** Its name, for instance {@code chogo}. */
    String channel();

    /**
     * Brings the marketplace's order to where ours is. May be repeated: it looks first and does only what is missing.
     * Trouble is a {@link io.giaovan.integrations.sync.partner.PartnerTrouble}.
     */
    void tell(ChannelShop shop, MarketplaceNews news);
}
