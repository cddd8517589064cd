package io.giaovan.standalone.start;

import org.jspecify.annotations.Nullable;

/** A house could not be started; the message says what failed and what was seen last. */
public final class HouseNotStarted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HouseNotStarted(String message) {
        this(message, null);
    }

    public HouseNotStarted(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
