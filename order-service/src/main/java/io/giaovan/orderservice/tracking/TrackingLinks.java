package io.giaovan.orderservice.tracking;

import io.giaovan.orderservice.order.Order;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Makes the address that a buyer follows an order by. */
@Singleton
public final class TrackingLinks {
    private final @Nullable URI publicUrl;
    private final BeanProvider<EmbeddedServer> server;

    /** @param publicUrl base URL that buyers see; when absent, the address of this process */
    TrackingLinks(@Nullable @Property(name = "giaovan.public-url") URI publicUrl, BeanProvider<EmbeddedServer> server) {
        this.publicUrl = publicUrl;
        this.server = server;
    }

    public String of(Order order) {
        URI base = publicUrl == null ? server.get().getURI() : publicUrl;
        return base.resolve("/track/" + order.trackingToken()).toString();
    }
}
