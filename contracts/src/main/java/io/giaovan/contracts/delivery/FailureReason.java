package io.giaovan.contracts.delivery;

/** Why an attempt failed. */
public enum FailureReason {
    NOT_HOME,
    REFUSED,
    WRONG_ADDRESS,
    UNREACHABLE_PHONE,
    AREA_CLOSED,
    DAMAGED,
    CANNOT_PAY,
    OUT_OF_TIME
}
