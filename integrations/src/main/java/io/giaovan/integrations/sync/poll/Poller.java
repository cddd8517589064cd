package io.giaovan.integrations.sync.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Asks a partner what changed, for what its pushes did not bring. */
public interface Poller {
    /** How often, in business time. */
    Duration every();

    /** What is asked, each with a cursor of its own, for instance {@code chogo|shop-1}. */
    List<String> listSources();

    /** Asks once and moves the source's cursor; repeating it changes nothing. */
    void poll(String source, Instant now);
}
