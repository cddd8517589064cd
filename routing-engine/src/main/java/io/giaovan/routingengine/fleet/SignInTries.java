package io.giaovan.routingengine.fleet;

import java.time.Instant;

/** Counts tries to sign in. */
interface SignInTries {
    /** Counts a try before it is judged; false when there were too many lately. */
    boolean begin(String who, Instant now);

    /** The try succeeded: earlier ones no longer count. */
    void forget(String who);
}
