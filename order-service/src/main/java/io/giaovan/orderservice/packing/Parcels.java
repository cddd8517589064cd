package io.giaovan.orderservice.packing;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All parcels. They are never changed or deleted, so a label can be printed again at any time. */
public interface Parcels {
    /** Most parcels handled by one request: a bulk pack, a wave, a document of labels. */
    int BATCH_MAX = 200;

    /**
     * Keeps the parcel of an order, once.
     *
     * @param closed closes the box under a new code; asked again when the code is taken, not at all when the order has a
     *     parcel
     * @return the parcel that the order has
     */
    Parcel keep(MerchantId merchantId, OrderId orderId, Supplier<Parcel> closed);

    Optional<Parcel> find(MerchantId merchantId, ParcelCode code);

    Optional<Parcel> findForOrder(MerchantId merchantId, OrderId orderId);

    /** The parcels of these orders, in the order asked for; orders without a parcel are left out. */
    List<Parcel> listForOrders(MerchantId merchantId, List<OrderId> orderIds);
}
