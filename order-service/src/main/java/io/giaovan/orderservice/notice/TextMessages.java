package io.giaovan.orderservice.notice;

import java.time.Instant;
import java.util.List;

/** Sends text messages. */
interface TextMessages {
    /** Hands a message over for sending, once; returns false when one with its id was handed over before. */
    boolean send(TextMessage message);

    /** What was sent to a number, newest first. */
    List<TextMessage> list(String phone, int limit);

    /** Forgets messages from before an instant; returns how many. */
    long prune(Instant before);
}
