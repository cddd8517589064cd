package io.giaovan.orderservice.stock;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The goods of sellers. A reservation carries the id of its order, so repeating a call changes nothing. The life of a
 * reserved piece: held or kept, then released or taken, then sold or given back. Quantities are pieces per sku, as they
 * were when held. Safe for concurrent use.
 */
public interface Stock {
    /** Registers products; one that is there keeps its numbers and takes only the new name and size. */
    void register(MerchantId merchantId, List<Product> products);

    /** All products of a seller by sku, at most {@code limit}. */
    List<StockLevel> list(MerchantId merchantId, int limit);

    /** Those of the skus that the seller has. */
    Map<String, StockLevel> findAll(MerchantId merchantId, Collection<String> skus);

    /** Reserves all or nothing until an instant of the business clock, after which others may have the pieces. */
    HoldOutcome hold(MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities, Instant until);

    /**
     * Reserves all or nothing until an instant, as {@link #hold} does.
     *
     * @throws ProblemException OUT_OF_STOCK, INVALID_FIELD for an unknown article, or LIMIT_REACHED; nothing is reserved
     */
    default void holdOrRefuse(MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities, Instant until) {
        switch (hold(merchantId, orderId, quantities, until)) {
            case HoldOutcome.Held _ -> {}
            case HoldOutcome.TooFew(String sku, int left) ->
                throw new ProblemException(ErrorCode.OUT_OF_STOCK, "Of " + sku + " there are " + left + " left");
            case HoldOutcome.Unknown(String sku) ->
                throw ProblemException.invalid("lines.sku", sku, "is not an article of the seller");
            case HoldOutcome.TooManyWaiting(String sku, int limit) ->
                throw new ProblemException(
                        ErrorCode.LIMIT_REACHED, "For " + sku + " " + limit + " orders wait, which is the limit");
        }
    }

    /** Reserves without end, or makes a held reservation endless; all or nothing. */
    HoldOutcome keep(MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities);

    /** Gives a reservation up before the goods left. */
    void release(MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities);

    /** The reserved goods left the warehouse. */
    void take(MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities);

    /**
     * Goods that had left are the buyer's now.
     *
     * @param quantities pieces per sku that had left
     * @param kept those of them that the buyer keeps; what is left stays outside until it is given back
     */
    void sold(MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities, Map<String, Integer> kept);

    /** Goods that had left are back in the warehouse. */
    void giveBack(MerchantId merchantId, OrderId orderId, Map<String, Integer> quantities);
}
