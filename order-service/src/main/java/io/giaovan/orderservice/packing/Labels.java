package io.giaovan.orderservice.packing;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.orderservice.order.Orders;
import io.giaovan.orderservice.order.Purchase;
import jakarta.inject.Singleton;
import java.util.List;

/** Prints the labels of parcels, as often as wished and always the same. */
@Singleton
public final class Labels {
    private final Orders orders;
    private final LabelPrinter printer;

    Labels(Orders orders, LabelPrinter printer) {
        this.orders = orders;
        this.printer = printer;
    }

    /**
     * A PDF with one page per parcel.
     *
     * @param parcels 1 to {@link Parcels#BATCH_MAX} parcels of the seller
     */
    public byte[] print(MerchantId merchantId, List<Parcel> parcels) {
        return printer.print(
                parcels.stream().map(parcel -> content(merchantId, parcel)).toList());
    }

    private LabelContent content(MerchantId merchantId, Parcel parcel) {
        Purchase purchase = orders.get(merchantId, parcel.orderId()).purchase();
        return new LabelContent(
                parcel.code(),
                parcel.orderNumber(),
                parcel.depot(),
                parcel.sender(),
                purchase.buyer(),
                purchase.address(),
                parcel.cashToCollect(),
                parcel.promised(),
                parcel.load().grams(),
                parcel.packedAt());
    }
}
