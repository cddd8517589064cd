package io.giaovan.integrations.sync.alert;

import java.time.Instant;
import java.util.List;

/** What a person should look at, although work goes on. */
public interface Alerts {
    /**
     * An alert.
     *
     * @param source who raised it, for instance {@code chogo}
     * @param what what was met, without personal data
     * @param firstAt when it was met first, by the machine's clock
     * @param lastAt when it was met last
     * @param times how often
     */
    record Alert(String source, String what, Instant firstAt, Instant lastAt, long times) {}

    /** Raises an alert; the same one again is counted. */
    void raise(String source, String what);

    List<Alert> list(int max);
}
