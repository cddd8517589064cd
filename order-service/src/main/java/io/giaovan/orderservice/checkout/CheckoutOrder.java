package io.giaovan.orderservice.checkout;

import io.giaovan.contracts.order.IncomingOrder;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partner shop asks for on behalf of a buyer. Personal data: never write one to a log.
 *
 * @param lines 1 to {@value IncomingOrder#LINES_MAX} articles, all in one currency
 * @param buyer whom to ask for
 * @param address where to
 * @param payment VIETQR, TELECOM or CASH
 * @param phone the phone account to charge, for TELECOM; the buyer's number when null
 * @param slotId the slot that the buyer chose, or null where only a parcel company goes
 */
record CheckoutOrder(
        List<OrderLine> lines,
        Contact buyer,
        Address address,
        PaymentKind payment,
        @Nullable String phone,
        @Nullable String slotId) {
    CheckoutOrder {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > IncomingOrder.LINES_MAX) {
            throw new IllegalArgumentException(
                    "lines: " + lines.size() + " lines, allowed are 1 to " + IncomingOrder.LINES_MAX);
        }
        if (payment == PaymentKind.MARKETPLACE) {
            throw new IllegalArgumentException("payment: MARKETPLACE is not one of VIETQR, TELECOM, CASH");
        }
    }

    /** The phone account to charge, for TELECOM, else null. */
    @Nullable
    String payer() {
        return payment == PaymentKind.TELECOM
                ? (phone == null ? buyer.phone() : new Contact("-", phone).phone())
                : null;
    }

    /** Keeps the buyer out of logs. */
    @Override
    public String toString() {
        return "CheckoutOrder[" + lines.size() + " lines, " + payment + "]";
    }
}
