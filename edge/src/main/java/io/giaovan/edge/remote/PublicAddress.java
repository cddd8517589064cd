package io.giaovan.edge.remote;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The address under which people outside reach this house: {@code giaovan.public-url}, else this process's own. */
@Singleton
public final class PublicAddress {
    private final @Nullable URI publicUrl;
    private final BeanProvider<EmbeddedServer> server;

    PublicAddress(@Nullable @Property(name = "giaovan.public-url") URI publicUrl, BeanProvider<EmbeddedServer> server) {
        this.publicUrl = publicUrl;
        this.server = server;
    }

    /** A whole address for a path that begins with a slash. */
    public String of(String path) {
        String base = publicUrl == null || publicUrl.toString().isBlank()
                ? server.get().getURI().toString()
                : publicUrl.toString();
        return base.replaceAll("/+$", "") + path;
    }
}
