package io.giaovan.orderservice.settlement.statement;

/** Where a statement stands, as the outside world is told. */
public enum StatementStatus {
    /** Lines are added. */
    OPEN,
    /** Nothing is added any more; it is being paid. */
    CLOSED,
    /** The seller has the money. */
    PAID,
    /** There was nothing to pay; the balance went to the next statement. */
    CARRIED_OVER
}
