package io.giaovan.integrations.sync.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps messages until they are handled and remembers them afterwards, so that the same one is handled once. */
public interface Inbox {
    /** Stores a message; false when it is known already, whether waiting, parked or done. */
    boolean store(NewMessage message);

    /** Messages of a box that wait or are being handled; parked ones do not count. */
    long waiting(String box);

    /** Heads of lanes that may be handled now, and what follows them, oldest first. */
    List<Message> listDue(int max);

    /** Takes a due message for the time given; empty when it is gone or taken. */
    Optional<Message> claim(Message message, Duration lease);

    /** Handled: it is remembered and never handled again. */
    void finish(Message message);

    /** Tries it again after a while; until then its lane waits. */
    void postpone(Message message, Duration wait);

    /** Puts it aside for a person. */
    void park(Message message, String reason);

    /** Forgets a message that nobody wants any more. */
    void drop(Message message);

    List<ParkedMessage> listParked(int max);

    /** Puts a parked message at the end of its lane again; false when there is none of that id. */
    boolean replay(String id);

    /** Makes all taken messages due again, for the start of a process that alone uses the store. */
    void freeClaims();

    /** Forgets messages handled before a time ago; returns how many. */
    long prune(Duration rememberedFor);
}
