package io.giaovan.contracts.event;

/** A service that hears events; each has one mailbox. */
public enum Subscriber {
    ORDER_SERVICE,
    ROUTING_ENGINE,
    PAYMENT_GATEWAY,
    INTEGRATIONS
}
