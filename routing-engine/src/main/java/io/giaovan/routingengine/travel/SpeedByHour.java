package io.giaovan.routingengine.travel;

import io.giaovan.routingengine.network.VehicleProfile;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How fast each vehicle kind gets on at each hour of the day, as a share of free flow: 0.5 means that everything takes twice
 * as long. Data, not code: a city measures its own.
 *
 * @param shares for each vehicle kind 24 shares from midnight on, each 0.05 to 2; a kind that is missing drives at free flow
 */
public record SpeedByHour(Map<VehicleProfile, List<Double>> shares) {
    private static final int HOURS = 24;
    private static final int SECONDS_PER_HOUR = 3600;

    public SpeedByHour {
        EnumMap<VehicleProfile, List<Double>> copy = new EnumMap<>(VehicleProfile.class);
        shares.forEach((profile, byHour) -> {
            if (byHour.size() != HOURS) {
                throw new IllegalArgumentException(
                        "speed." + profile.key() + ": has " + byHour.size() + " shares, needed are " + HOURS);
            }
            byHour.forEach(share -> {
                if (!(share >= 0.05 && share <= 2)) {
                    throw new IllegalArgumentException(
                            "speed." + profile.key() + ": " + share + " is outside 0.05 to 2");
                }
            });
            copy.put(profile, List.copyOf(byHour));
        });
        shares = Collections.unmodifiableMap(copy);
    }

    public static SpeedByHour freeFlow() {
        return new SpeedByHour(Map.of());
    }

    /**
     * Seconds that a trip takes when it sets out at the given time of day. The share of each hour holds while that hour lasts,
     * so setting out later never means arriving earlier.
     *
     * @param freeFlowSeconds from a {@link TravelMatrix}
     */
    public int seconds(VehicleProfile profile, int freeFlowSeconds, LocalTime departure) {
        List<Double> byHour = shares.get(profile);
        if (byHour == null || freeFlowSeconds >= TravelMatrix.UNREACHABLE) {
            return freeFlowSeconds;
        }
        double left = freeFlowSeconds;
        double elapsed = 0;
        int hour = departure.getHour();
        double hourLeft = SECONDS_PER_HOUR - departure.toSecondOfDay() % SECONDS_PER_HOUR;
        while (left > hourLeft * byHour.get(hour)) {
            left -= hourLeft * byHour.get(hour);
            elapsed += hourLeft;
            hourLeft = SECONDS_PER_HOUR;
            hour = (hour + 1) % HOURS;
        }
        return (int) Math.round(elapsed + left / byHour.get(hour));
    }

    /** The whole matrix for setting out at one time of day; distances stay as they are. */
    public TravelMatrix at(TravelMatrix freeFlow, VehicleProfile profile, LocalTime departure) {
        if (!shares.containsKey(profile)) {
            return freeFlow;
        }
        int[] seconds = freeFlow.seconds().clone();
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = seconds(profile, seconds[i], departure);
        }
        return new TravelMatrix(freeFlow.size(), seconds, freeFlow.metres());
    }
}
