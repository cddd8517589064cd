package io.giaovan.integrations.channel.chogo;

import jakarta.inject.Singleton;
import org.apache.camel.builder.RouteBuilder;

/** A push over HTTP → verified on its raw bytes → kept. What comes after the answer is {@link ChogoOrderImportFlow}. */
@Singleton
final class ChogoPushFlow extends RouteBuilder {
    private final ChogoPushGate gate;

    ChogoPushFlow(ChogoPushGate gate) {
        this.gate = gate;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:chogo-push")
                .routeId("chogo-push")
                .removeHeaders("*")
                .id("chogo-push-strip")
                .transform()
                .body(ChogoPush.class, gate::verify)
                .id("chogo-push-verify")
                .to("direct:chogo-push-store")
                .id("chogo-push-to-store");

        from("direct:chogo-push-store")
                .routeId("chogo-push-store")
                .process()
                .body(ChogoPush.class, gate::store)
                .id("chogo-push-keep");
    }
}
