package io.giaovan.integrations.sync.inbox;

/**
 * Handles the messages of one box. A message may come again after a crash, so handling it twice must change nothing. An
 * exception leaves it for another try or parks it, see {@link Verdict}.
 */
public interface BoxHandler {
    String box();

    void handle(Message message);

    /** Whether a message that failed for good is kept for a person; otherwise it is dropped. */
    default boolean parks() {
        return true;
    }
}
