package io.giaovan.integrations;

import io.giaovan.edge.operation.StarterWatch;
import io.micronaut.runtime.Micronaut;

/** Starts the integrations in a process of their own. */
public final class IntegrationsApplication {
    private IntegrationsApplication() {}

    /** Configuration comes from system properties and the environment. */
    public static void main(String[] arguments) {
        StarterWatch.beginIfAsked();
        Micronaut.run(IntegrationsApplication.class, arguments);
    }
}
