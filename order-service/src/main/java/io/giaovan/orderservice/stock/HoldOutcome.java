package io.giaovan.orderservice.stock;

/** What became of an attempt to reserve goods. */
public sealed interface HoldOutcome {
    /** All pieces are reserved. */
    record Held() implements HoldOutcome {}

    /** Too few are left; nothing is reserved. */
    record TooFew(String sku, int left) implements HoldOutcome {}

    /** The seller has no such product; nothing is reserved. */
    record Unknown(String sku) implements HoldOutcome {}

    /** As many orders as allowed wait for this product; nothing is reserved. */
    record TooManyWaiting(String sku, int limit) implements HoldOutcome {}
}
