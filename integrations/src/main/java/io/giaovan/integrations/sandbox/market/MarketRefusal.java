package io.giaovan.integrations.sandbox.market;

/** The sandbox marketplace refuses a seller's call, in its own words. */
final class MarketRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;

    MarketRefusal(String error, String message) {
        super(message);
        this.error = error;
    }

    String error() {
        return error;
    }
}
