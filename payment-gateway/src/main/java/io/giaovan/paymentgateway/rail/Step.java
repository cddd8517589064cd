package io.giaovan.paymentgateway.rail;

/** What a provider was asked to do. */
public enum Step {
    START,
    VERIFY,
    CAPTURE,
    RELEASE
}
