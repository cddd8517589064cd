package io.giaovan.paymentgateway.rail;

/** What a provider answered to a refund. */
public sealed interface RefundAnswer {
    /** The money is back with the buyer. */
    record Paid(String reference) implements RefundAnswer {}

    /** The provider refused for good. */
    record Refused(String code, String message) implements RefundAnswer {}

    /** On its way, or nobody knows: ask again with the same refund id. */
    record Pending(String why) implements RefundAnswer {}
}
