package io.giaovan.orderservice.order;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads orders. Safe for concurrent use. */
public interface Orders {
    int PAGE_MAX = 200;

    /**
     * The order id in an address that somebody called.
     *
     * @throws ProblemException NOT_FOUND when it cannot be one: it is as unknown as any other
     */
    static OrderId idIn(String text) {
        try {
            return new OrderId(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.notFound("order", text.substring(0, Math.min(64, text.length())));
        }
    }

    Optional<Order> find(MerchantId merchantId, OrderId orderId);

    /** @throws io.giaovan.contracts.problem.ProblemException NOT_FOUND when the seller has no such order */
    Order get(MerchantId merchantId, OrderId orderId);

    /** The order whose buyer holds this tracking token. */
    Optional<Order> findByTrackingToken(String token);

    /**
     * Orders of a seller, newest first.
     *
     * @param status only those, or null for all
     * @param limit 1 to {@value #PAGE_MAX}
     * @param cursor {@link OrderPage#next} of the page before, or null for the first page
     */
    OrderPage list(MerchantId merchantId, @Nullable OrderStatus status, int limit, @Nullable String cursor);

    /**
     * Orders of a seller whose numbers or articles have all words of a text, whatever case and marks, newest first.
     *
     * @param status only those, or null for all
     * @param limit 1 to {@value #PAGE_MAX}
     */
    List<Order> search(MerchantId merchantId, @Nullable OrderStatus status, String text, int limit);

    /** How many orders of a seller stand in each status; a status without orders is left out. */
    Map<OrderStatus, Long> count(MerchantId merchantId);

    /** Orders of all sellers that wait to be paid, for the room that watches the time; at most {@code limit}. */
    List<Order> listAwaitingPayment(int limit);
}
