package io.giaovan.integrations.channel.chogo;

import jakarta.inject.Singleton;
import org.apache.camel.builder.RouteBuilder;

/** A window of time → the orders that changed in it → kept as if their pushes had come. The cursor moves last. */
@Singleton
final class ChogoPollFlow extends RouteBuilder {
    private final ChogoPoll poll;

    ChogoPollFlow(ChogoPoll poll) {
        this.poll = poll;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:chogo-poll")
                .routeId("chogo-poll")
                .removeHeaders("*")
                .id("chogo-poll-strip")
                .transform()
                .body(ChogoPoll.Window.class, poll::list)
                .id("chogo-poll-list")
                .to("direct:chogo-poll-keep")
                .id("chogo-poll-to-keep");

        from("direct:chogo-poll-keep")
                .routeId("chogo-poll-keep")
                .process()
                .body(ChogoPoll.Listed.class, poll::keep)
                .id("chogo-poll-store");
    }
}
