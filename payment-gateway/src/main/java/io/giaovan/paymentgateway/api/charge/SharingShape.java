package io.giaovan.paymentgateway.api.charge;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.charge.sharing.Sharing;
import org.jspecify.annotations.Nullable;

/** Shows on what terms a charge is shared. */
public final class SharingShape {
    private SharingShape() {}

    public static @Nullable Object fee(Sharing sharing) {
        Money fee = sharing.fee();
        return fee == null ? null : (Long) fee.amount();
    }

    /** As an intent shows it: the amount is left out where all is passed on. */
    public static @Nullable Object terms(Sharing sharing) {
        String destination = sharing.destination();
        if (destination == null) {
            return null;
        }
        Money part = sharing.part();
        return new ApiObject()
                .putIfPresent("amount", part == null ? null : (Long) part.amount())
                .put("destination", destination)
                .toMap();
    }

    /** As a charge shows it. */
    static @Nullable Object data(Sharing sharing) {
        String destination = sharing.destination();
        Money part = sharing.part();
        return destination == null
                ? null
                : new ApiObject()
                        .put("amount", part == null ? null : (Long) part.amount())
                        .put("destination", destination)
                        .toMap();
    }
}
