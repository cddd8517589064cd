package io.giaovan.orderservice.settlement.booking;

/** What a line of a statement is about. */
public enum LineKind {
    /** The goods that the buyer paid through our gateway. */
    SALE,
    /** The delivery that the buyer paid through our gateway. */
    DELIVERY_PAID_BY_BUYER,
    /** What was taken differs from the price. */
    PAYMENT_DIFFERENCE,
    /** Money that went back to the buyer after the delivery, or that did not go back after all. */
    REFUND,
    /** The house's price for bringing the parcel. */
    DELIVERY_FEE,
    /** The house's price for bringing it back. */
    RETURN_FEE,
    /** The house's price for taking the money. */
    PAYMENT_FEE,
    /** The house's price for collecting cash at the door. */
    CASH_ON_DELIVERY_FEE,
    /** The balance of a statement before that was not above zero. */
    CARRIED_IN,
    /** The balance that the next statement takes over. */
    CARRIED_OUT;

    /** Whether the house keeps it. */
    public boolean isFee() {
        return switch (this) {
            case DELIVERY_FEE, RETURN_FEE, PAYMENT_FEE, CASH_ON_DELIVERY_FEE -> true;
            case SALE, DELIVERY_PAID_BY_BUYER, PAYMENT_DIFFERENCE, REFUND, CARRIED_IN, CARRIED_OUT -> false;
        };
    }
}
