package io.giaovan.contracts.event;

/**
 * Hears events of one type for one subscriber. Events of one subject arrive in order and at least once, so handling the
 * same event twice must change nothing. An exception leaves the event in the mailbox for another try and holds back
 * later events of the same subject only.
 */
public interface EventHandler {
    Subscriber subscriber();

    EventType type();

    void handle(Event event);
}
