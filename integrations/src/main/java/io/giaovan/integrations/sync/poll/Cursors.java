package io.giaovan.integrations.sync.poll;

import java.time.Instant;
import java.util.Optional;

/** How far each source was read, in the source's own time. */
public interface Cursors {
    Optional<Instant> find(String source);

    /** Moves a cursor forward; an earlier instant changes nothing. */
    void advance(String source, Instant readUpTo);
}
