package io.giaovan.paymentgateway.limit;

/** What a payment counts as. */
public enum Bucket {
    /** Everything that is not essential. */
    STANDARD,
    /** Public services, electricity, water, telecom, transport, tuition, hospital, insurance, loans. */
    ESSENTIAL
}
