package io.giaovan.orderservice.settlement.booking;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps bookings. One is added once, gets its lines once, and goes to one statement. Safe for concurrent use. */
public interface Bookings {
    /** Returns false when there is a booking with this id; nothing is changed then. */
    boolean add(Booking booking);

    /** Gives lines to a booking that waits for its money; returns false when it has them. */
    boolean arrive(Booking ready);

    Optional<Booking> find(MerchantId merchantId, String id);

    /** All bookings of an order: its own and corrections. */
    List<Booking> listOfOrder(MerchantId merchantId, OrderId orderId);

    /** A seller's bookings that have lines and are on no statement yet, oldest first. */
    List<Booking> listOpen(MerchantId merchantId);

    /** Accounts with bookings on no statement that were made before an instant. */
    Set<AccountKey> accountsBefore(Instant instant);

    /** Bookings whose money is not there yet, of all sellers. */
    List<Booking> listWaiting();

    /** Puts bookings on a statement; those that are on one stay there. */
    void assign(List<String> ids, String statementId);

    /** The bookings with these ids in this order. */
    List<Booking> listByIds(MerchantId merchantId, List<String> ids);
}
