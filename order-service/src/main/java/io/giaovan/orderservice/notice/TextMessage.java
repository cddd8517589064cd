package io.giaovan.orderservice.notice;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import java.time.Instant;

/**
 * A text message to a buyer. Personal data: never write one to a log.
 *
 * @param id made of order and occasion, so that the same message is sent once
 * @param merchantId on whose behalf
 * @param orderId about which order
 * @param phone E.164
 * @param text at most {@value #TEXT_LENGTH_MAX} characters
 * @param at when it was handed over for sending
 */
record TextMessage(String id, MerchantId merchantId, OrderId orderId, String phone, String text, Instant at) {
    static final int TEXT_LENGTH_MAX = 600;

    TextMessage {
        if (text.isBlank() || text.length() > TEXT_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "text: has " + text.length() + " characters, allowed are 1 to " + TEXT_LENGTH_MAX);
        }
    }

    /** Keeps number and text out of logs. */
    @Override
    public String toString() {
        return "TextMessage[" + id + "]";
    }
}
