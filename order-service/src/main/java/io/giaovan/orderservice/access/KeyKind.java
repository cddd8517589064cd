package io.giaovan.orderservice.access;

/** What a seller's key opens. */
public enum KeyKind {
    /** The seller's own orders, stock and statements. */
    SELLER,
    /** The checkout of the seller's shop. */
    SHOP
}
