package io.giaovan.routingengine.travel;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.routingengine.network.VehicleProfile;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Travel times at another speed than free flow; ways and their lengths stay as they are. */
final class SlowedTravelTimes implements TravelTimes {
    private final TravelTimes freeFlow;
    private final ToDoubleFunction<VehicleProfile> slowness;

    SlowedTravelTimes(TravelTimes freeFlow, ToDoubleFunction<VehicleProfile> slowness) {
        this.freeFlow = freeFlow;
        this.slowness = slowness;
    }

    @Override
    public TravelMatrix between(VehicleProfile profile, List<GeoPoint> points) {
        TravelMatrix free = freeFlow.between(profile, points);
        double slow = slowness.applyAsDouble(profile);
        return slow == 1 ? free : new TravelMatrix(free.size(), slowed(free.seconds(), slow), free.metres());
    }

    @Override
    public TravelFan fan(VehicleProfile profile, GeoPoint point, List<GeoPoint> others) {
        TravelFan free = freeFlow.fan(profile, point, others);
        double slow = slowness.applyAsDouble(profile);
        return slow == 1
                ? free
                : new TravelFan(
                        slowed(free.outSeconds(), slow),
                        free.outMetres(),
                        slowed(free.backSeconds(), slow),
                        free.backMetres());
    }

    private static int[] slowed(int[] seconds, double slow) {
        int[] slowed = new int[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            slowed[i] = seconds[i] >= TravelMatrix.UNREACHABLE
                    ? seconds[i]
                    : (int) Math.min(TravelMatrix.UNREACHABLE - 1, Math.round(seconds[i] * slow));
        }
        return slowed;
    }
}
