package io.giaovan.integrations.carrier.ghn;

import io.giaovan.integrations.sync.inbox.Message;
import jakarta.inject.Singleton;
import org.apache.camel.builder.RouteBuilder;

/**
 * A kept notice → the parcel's journey as GHN tells it when asked → our tracking events. Tries, back-off and parking are
 * the inbox's; one parcel's notices come here one after the other.
 */
@Singleton
final class GhnTrackingFlow extends RouteBuilder {
    private final GhnNotices notices;

    GhnTrackingFlow(GhnNotices notices) {
        this.notices = notices;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:ghn-tracking")
                .routeId("ghn-tracking")
                .removeHeaders("*")
                .id("ghn-tracking-strip")
                .process()
                .body(Message.class, notices::follow)
                .id("ghn-tracking-confirm-and-tell");
    }
}
