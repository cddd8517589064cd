package io.giaovan.contracts.parcel;

/** The marketplaces, for what they have to hear from us. Called by order-service. */
public interface Marketplaces {
    /** Takes news for delivery to the marketplace, at least once and in order; returns when it is stored. */
    void tell(MarketplaceNews news);
}
