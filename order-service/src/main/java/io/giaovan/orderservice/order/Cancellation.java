package io.giaovan.orderservice.order;

/**
 * Who gave an order up, and why.
 *
 * @param by who wished it
 * @param reason in the words of who wished it, 1 to {@value #REASON_LENGTH_MAX} characters
 */
public record Cancellation(By by, String reason) {
    public static final int REASON_LENGTH_MAX = 200;

    public Cancellation {
        if (reason.isBlank() || reason.length() > REASON_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "reason: has " + reason.length() + " characters, allowed are 1 to " + REASON_LENGTH_MAX);
        }
    }

    /** Who can give an order up. */
    public enum By {
        SELLER,
        BUYER,
        /** The marketplace it came from, which then need not be told. */
        CHANNEL,
        /** The house, because it was not paid, cannot be filled or was withdrawn by the dispatcher. */
        HOUSE
    }
}
