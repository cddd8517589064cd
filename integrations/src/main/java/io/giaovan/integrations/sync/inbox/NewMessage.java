package io.giaovan.integrations.sync.inbox;

import java.time.Duration;

/**
 * A message to keep.
 *
 * @param box which {@link BoxHandler} handles it
 * @param lane messages of one lane are handled in order, 1 to {@value #NAME_LENGTH_MAX} characters
 * @param key the same key in the same box is the same message
 * @param body what it says
 * @param delay how long to wait before the first try
 */
public record NewMessage(String box, String lane, String key, String body, Duration delay) {
    static final int NAME_LENGTH_MAX = 250;

    public NewMessage {
        if (lane.isBlank() || lane.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "lane: has " + lane.length() + " characters, allowed are 1 to " + NAME_LENGTH_MAX);
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay: " + delay + " is below zero");
        }
    }

    public static NewMessage of(String box, String lane, String key, String body) {
        return new NewMessage(box, lane, key, body, Duration.ZERO);
    }

    /** Keeps the body out of logs. */
    @Override
    public String toString() {
        return "NewMessage[" + box + " " + lane + "]";
    }
}
