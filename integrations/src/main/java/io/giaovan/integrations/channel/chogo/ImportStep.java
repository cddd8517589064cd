package io.giaovan.integrations.channel.chogo;

/** What an order's status at the marketplace asks of us. */
enum ImportStep {
    /** The seller is to ship it: take it in. */
    ACCEPT,
    /** The buyer wants out and the seller has to answer. */
    ANSWER_CANCELLATION,
    /** It is cancelled. */
    CANCEL,
    /** Nothing yet, or nothing any more. */
    NOTHING,
    /** A status that we do not know: it stays pending and a person is told. */
    ALERT
}
