package io.giaovan.paymentgateway.rail;

import io.giaovan.edge.access.HouseSettings;
import io.giaovan.edge.access.Secrets;
import io.giaovan.edge.remote.PublicAddress;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where providers are and with which secrets we meet them. What is not configured is the sandbox in this process, whose
 * port is known only after the start, and secrets derived from the house's key. Safe for concurrent use.
 */
@Singleton
public final class RailAddresses {
    private final Provider<EmbeddedServer> server;
    private final HouseSettings house;
    private final PublicAddress outside;

    public RailAddresses(Provider<EmbeddedServer> server, HouseSettings house, PublicAddress outside) {
        this.server = server;
        this.house = house;
        this.outside = outside;
    }

    /** The configured address, or a path on this process's own server. */
    public URI resolve(@Nullable String configured, String ownPath) {
        return configured == null || configured.isBlank()
                ? URI.create("http://127.0.0.1:" + server.get().getPort() + ownPath)
                : URI.create(configured);
    }

    /** The configured secret, or one that the sandbox derives in the same way. */
    public String secret(@Nullable String configured, String purpose) {
        return configured == null || configured.isBlank() ? Secrets.digest(purpose + "|" + house.key()) : configured;
    }

    /** An address as buyers and partners see it. */
    public String publicAddress(String path) {
        return outside.of(path);
    }
}
