package io.giaovan.integrations.carrier.ghn;

import jakarta.inject.Singleton;
import org.apache.camel.builder.RouteBuilder;

/** A notice over HTTP → its address checked → kept. What comes after the answer is {@link GhnTrackingFlow}. */
@Singleton
final class GhnHookFlow extends RouteBuilder {
    private final GhnNotices notices;

    GhnHookFlow(GhnNotices notices) {
        this.notices = notices;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:ghn-notice")
                .routeId("ghn-notice")
                .removeHeaders("*")
                .id("ghn-notice-strip")
                .transform()
                .body(GhnNotices.RawNotice.class, notices::verify)
                .id("ghn-notice-verify")
                .to("direct:ghn-notice-store")
                .id("ghn-notice-to-store");

        from("direct:ghn-notice-store")
                .routeId("ghn-notice-store")
                .process()
                .body(GhnNotices.RawNotice.class, notices::store)
                .id("ghn-notice-keep");
    }
}
