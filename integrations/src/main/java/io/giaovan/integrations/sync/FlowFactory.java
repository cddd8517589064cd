package io.giaovan.integrations.sync;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Starts Camel with all flows and stops it with the service. */
@Factory
final class FlowFactory {
    @Context
    @Bean(preDestroy = "stop")
    CamelContext camel(List<RouteBuilder> flows) throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.getCamelContextExtension().setName("giaovan-integrations");
        camel.disableJMX();
        for (RouteBuilder flow : flows) {
            camel.addRoutes(flow);
        }
        camel.start();
        return camel;
    }
}
