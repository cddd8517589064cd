package io.giaovan.routingengine.dispatch.day;

import io.giaovan.routingengine.dispatch.PlanId;
import io.giaovan.routingengine.fleet.DepotId;
import java.time.Instant;

/**
 * One plan of a depot's day, from being asked for to being released.
 *
 * @param id identifies it
 * @param depot whose day
 * @param order what was asked for
 * @param askedAt when
 * @param state where it stands
 * @param version rises with every change, 0 before it is stored
 */
public record DayPlanning(PlanId id, DepotId depot, PlanOrder order, Instant askedAt, PlanState state, long version) {
    DayPlanning in(PlanState next) {
        return new DayPlanning(id, depot, order, askedAt, next, version);
    }
}
