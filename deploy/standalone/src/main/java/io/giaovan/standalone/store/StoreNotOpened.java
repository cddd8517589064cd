package io.giaovan.standalone.store;

/** The embedded store cannot be used. The message names the path, what is wrong with it and what to try. */
public final class StoreNotOpened extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreNotOpened(String message, Throwable cause) {
        super(message, cause);
    }
}
