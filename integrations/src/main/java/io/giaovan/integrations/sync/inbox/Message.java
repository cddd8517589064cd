package io.giaovan.integrations.sync.inbox;

import java.time.Instant;

/**
 * Something that has to be handled, kept until it is.
 *
 * @param id digest of its box and key
 * @param box which {@link BoxHandler} handles it
 * @param lane messages of one lane are handled one after the other, in the order they were stored
 * @param body what it says, in the box's own form
 * @param storedAt when it was stored, by the machine's clock
 * @param attempts tries so far, the running one included
 */
public record Message(String id, String box, String lane, String body, Instant storedAt, int attempts) {
    /** Keeps the body out of logs. */
    @Override
    public String toString() {
        return "Message[" + box + " " + id + "]";
    }
}
