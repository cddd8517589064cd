package io.giaovan.integrations.sandbox.market;

import java.util.List;
import java.util.Optional;

/** The sandbox marketplace's own books. */
interface MarketLedger {
    void putShop(MarketShop shop);

    Optional<MarketShop> findShop(String shopId);

    /** Enters a new order; false when its number is taken. */
    boolean insert(MarketOrder order);

    Optional<MarketOrder> find(String orderSn);

    List<MarketOrder> list(String shopId, int max);

    /** Orders last changed within whole seconds, oldest change first. */
    List<MarketOrder> listChanged(String shopId, long fromSeconds, long toSeconds, int skip, int max);

    /** Replaces an order if nobody changed it since it was read; a change of status still has to be pushed. */
    boolean update(MarketOrder order, boolean toPush);

    /** Orders whose last change was not handed to the push sender. */
    List<MarketOrder> listUnpushed();

    void markPushed(MarketOrder order);
}
