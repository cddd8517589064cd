package io.giaovan.integrations.sync;

import jakarta.inject.Singleton;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** The door into the flows for code that is not one. What a step throws comes out as it was thrown. */
@Singleton
public final class Flows {
    private final ProducerTemplate template;

    Flows(CamelContext camel) {
        this.template = camel.createProducerTemplate();
    }

    /** Sends a body through the flow behind {@code direct:name}. */
    public void send(String name, Object body) {
        Exchange exchange =
                template.request("direct:" + name, begun -> begun.getMessage().setBody(body));
        Exception thrown = exchange.getException();
        if (thrown instanceof RuntimeException asItWas) {
            throw asItWas;
        }
        if (thrown != null) {
            throw new IllegalStateException("flow " + name + " failed", thrown);
        }
    }
}
