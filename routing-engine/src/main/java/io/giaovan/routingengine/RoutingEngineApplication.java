package io.giaovan.routingengine;

import io.giaovan.edge.operation.StarterWatch;
import io.micronaut.runtime.Micronaut;

/** Starts the routing engine alone. */
public final class RoutingEngineApplication {
    private RoutingEngineApplication() {}

    public static void main(String[] arguments) {
        StarterWatch.beginIfAsked();
        Micronaut.run(RoutingEngineApplication.class, arguments);
    }
}
