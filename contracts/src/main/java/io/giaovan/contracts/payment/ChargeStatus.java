package io.giaovan.contracts.payment;

/** Where a charge stands. */
public enum ChargeStatus {
    /** The buyer must do something: scan a code, enter a one-time password. */
    REQUIRES_ACTION,
    /** Waiting for the provider, for the bank or for cash at the door. */
    PROCESSING,
    /** The money is held for us and can be captured. */
    AUTHORISED,
    /** The money is ours. */
    SUCCEEDED,
    /** Refused; another method may be tried. */
    FAILED,
    /** Given up before money moved, or released. */
    CANCELED
}
