package io.giaovan.contracts.payment;

/** When the money of a charge is taken. */
public enum CaptureMode {
    /** As soon as the buyer has agreed. */
    AUTOMATIC,
    /** Held at checkout, taken with a valid proof of delivery. */
    ON_PROOF
}
