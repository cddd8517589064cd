package io.giaovan.standalone.start;

import java.net.URI;

/** A running house, whatever its shape. */
public interface House extends AutoCloseable {
    /** Base address of each service; the same four times when they share a process. */
    Addresses addresses();

    KeyFile keys();

    /** Stops it cleanly: no new requests, what runs is finished, the store is closed last. */
    @Override
    void close();

    /**
     * Where the services are.
     *
     * @param orders order service
     * @param engine routing engine
     * @param payments payment gateway
     * @param partners integrations
     */
    record Addresses(URI orders, URI engine, URI payments, URI partners) {
        public static Addresses all(URI one) {
            return new Addresses(one, one, one, one);
        }
    }
}
