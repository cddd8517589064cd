package io.giaovan.routingengine.dispatch.day;

import io.giaovan.routingengine.fleet.CourierId;
import java.time.Instant;
import java.time.LocalDate;

/** Which couriers have lost their vehicle for the rest of a day. Safe for use by many threads. */
public interface LostVehicles {
    /** Nothing is planned for the courier on that day any more; saying it again changes nothing. */
    void lose(CourierId courier, LocalDate day, Instant at);

    /** The courier can drive again. */
    void recover(CourierId courier, LocalDate day);

    boolean isLost(CourierId courier, LocalDate day);
}
