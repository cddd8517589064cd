package io.giaovan.paymentgateway.proof;

/** What can be seen of a modelled payment, in whole đồng. */
sealed interface RailModel permits PushModel, TransferModel {
    /** In the words of the public API. */
    String state();

    long amount();

    long received();

    long refunded();

    /** What waits in suspense because of it; below zero when the provider took back what the seller has. */
    long suspense();

    /** So much time passes that everything open is over. */
    void expire();
}
