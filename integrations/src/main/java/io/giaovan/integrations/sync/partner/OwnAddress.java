package io.giaovan.integrations.sync.partner;

import io.micronaut.context.BeanProvider;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Under which addresses this service can be called. */
@Singleton
public final class OwnAddress {
    private final BeanProvider<EmbeddedServer> server;
    private final PublicSettings settings;

    OwnAddress(BeanProvider<EmbeddedServer> server, PublicSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** Where this process listens. */
    public URI local() {
        EmbeddedServer running = server.get();
        return URI.create(running.getScheme() + "://127.0.0.1:" + running.getPort());
    }

    /** Every address, without a slash at the end, that a partner may have been given for a path of ours. */
    public List<String> all(String path) {
        Set<String> bases = new LinkedHashSet<>();
        if (settings.publicUrl() != null) {
            bases.add(withoutSlash(settings.publicUrl().toString()));
        }
        EmbeddedServer running = server.get();
        bases.add(local().toString());
        bases.add(withoutSlash(running.getURI().toString()));
        bases.add(running.getScheme() + "://localhost:" + running.getPort());
        return bases.stream().map(base -> base + path).toList();
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
