package io.giaovan.contracts.order;

import io.giaovan.contracts.merchant.MerchantId;

/** The door through which orders of other channels enter. Called by integrations. */
public interface OrderIntake {
    /**
     * Accepts an order once: the same channel and external id again answers {@link IntakeOutcome.Kind#ALREADY_ACCEPTED}
     * and changes nothing.
     */
    IntakeOutcome accept(IncomingOrder order);

    /** Cancels an order at the channel's wish, if it has not left the house yet; repeating it changes nothing. */
    IntakeOutcome cancel(MerchantId merchantId, String channel, String externalId, String reason);
}
