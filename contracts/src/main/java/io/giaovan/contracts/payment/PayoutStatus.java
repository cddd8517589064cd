package io.giaovan.contracts.payment;

/** Where a payout stands. */
public enum PayoutStatus {
    PENDING,
    IN_TRANSIT,
    PAID,
    FAILED,
    CANCELED
}
