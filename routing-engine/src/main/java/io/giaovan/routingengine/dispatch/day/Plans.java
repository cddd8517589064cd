package io.giaovan.routingengine.dispatch.day;

import io.giaovan.routingengine.dispatch.PlanId;
import io.giaovan.routingengine.fleet.DepotId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps plans and hands out planning jobs. Safe for use by many threads. */
public interface Plans {
    /** Keeps a new plan; false when its id is taken. */
    boolean insert(DayPlanning plan);

    /** Keeps what became of a plan; false when somebody was quicker. */
    boolean update(DayPlanning plan);

    Optional<DayPlanning> find(PlanId id);

    /** The depot's newest plans, at most so many. */
    List<DayPlanning> listNewest(DepotId depot, int count);

    /** Plans that wait to be searched for or are half released, oldest first. */
    List<PlanId> listUnfinished();

    /** Takes a job for a time; false when another process has it. Times are those of the machine. */
    boolean claim(PlanId id, String process, Instant now, Duration lease);

    /** Takes a job from whoever had it, for a process that knows it is alone. */
    void free(PlanId id);
}
