package io.giaovan.orderservice;

import io.giaovan.edge.operation.StarterWatch;
import io.micronaut.runtime.Micronaut;

/** Starts the order service as a process of its own. */
public final class OrderServiceApplication {
    private OrderServiceApplication() {}

    public static void main(String[] args) {
        StarterWatch.beginIfAsked();
        Micronaut.run(OrderServiceApplication.class, args);
    }
}
