package io.giaovan.contracts.order;

/** How the buyer pays for an order. */
public enum PaymentKind {
    /** The marketplace took the money and settles with the seller itself. */
    MARKETPLACE,
    /** A bank transfer by VietQR through our gateway. */
    VIETQR,
    /** Charged to the phone account through our gateway. */
    TELECOM,
    /** Cash to the courier at the door. */
    CASH
}
