package io.giaovan.benchmarks.plan.peer.optaplanner;

import io.giaovan.benchmarks.plan.peer.lean.Call;
import org.optaplanner.core.impl.heuristic.selector.common.nearby.NearbyDistanceMeter;

/** How near a call is to another call, or to the depot where a tour begins. */
public final class CallDistance implements NearbyDistanceMeter<Call, Object> {
    @Override
    public double getNearbyDistance(Call from, Object to) {
        return to instanceof Call call ? from.distanceTo(call) : from.distanceToDepot();
    }
}
