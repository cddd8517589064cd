package io.giaovan.integrations.sandbox.market;

/** Where an order stands on the sandbox marketplace. */
enum MarketStatus {
    READY_TO_SHIP,
    SHIPPED,
    IN_CANCEL,
    CANCELLED,
    TO_RETURN,
    COMPLETED
}
