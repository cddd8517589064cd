package io.giaovan.routingengine.travel;

import io.giaovan.routingengine.network.VehicleProfile;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast each vehicle kind gets on at each hour of the day, as a share of free flow: 0.5 means that everything takes twice
 * as long. Data, not code: a city measures its own.
 *
 * @param shares for each vehicle kind 24 shares from midnight on, each 0.05 to 2; a kind that is missing drives at free flow
 */
public record SpeedByHour(Map<VehicleProfile, List<Double>> shares) {
    private static final int HOURS = 24;
    private static final int SECONDS_PER_HOUR = 3600;
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})=([0-9]+(?:\\.[0-9]+)?)");

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
     * Reads shares from settings of the form {@code 7-9=0.75, 16-19=0.65}: from the first hour up to the second; hours left
     * out are at free flow. Blank text means free flow all day.
     */
    public static SpeedByHour of(Map<VehicleProfile, String> settings) {
        EnumMap<VehicleProfile, List<Double>> shares = new EnumMap<>(VehicleProfile.class);
        settings.forEach((profile, text) -> {
            if (!text.isBlank()) {
                shares.put(profile, read("speed." + profile.key(), text));
            }
        });
        return new SpeedByHour(shares);
    }

    private static List<Double> read(String field, String text) {
        List<Double> byHour = new ArrayList<>(Collections.nCopies(HOURS, 1.0));
        for (String part : text.split(",")) {
            Matcher span = SPAN.matcher(part.strip());
            if (!span.matches()
                    || Integer.parseInt(span.group(1)) >= Integer.parseInt(span.group(2))
                    || Integer.parseInt(span.group(2)) > HOURS) {
                throw new IllegalArgumentException(
                        field + ": '" + part.strip() + "' is not of the form 7-9=0.75, with hours from 0 to 24");
            }
            for (int hour = Integer.parseInt(span.group(1)); hour < Integer.parseInt(span.group(2)); hour++) {
                byHour.set(hour, Double.parseDouble(span.group(3)));
            }
        }
        return byHour;
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

    /**
     * How much longer than at free flow a trip takes on average over a time of day, every moment of it counting alike: 1.25
     * for a quarter longer.
     *
     * @param from beginning of the time
     * @param to its end; when not after {@code from}, the same time on the next day
     */
    public double slowness(VehicleProfile profile, LocalTime from, LocalTime to) {
        List<Double> byHour = shares.get(profile);
        if (byHour == null) {
            return 1;
        }
        int begin = from.toSecondOfDay();
        int end = to.isAfter(from) ? to.toSecondOfDay() : to.toSecondOfDay() + HOURS * SECONDS_PER_HOUR;
        double slow = 0;
        for (int second = begin; second < end; ) {
            int hourEnds = (second / SECONDS_PER_HOUR + 1) * SECONDS_PER_HOUR;
            int next = Math.min(hourEnds, end);
            slow += (next - second) / byHour.get(second / SECONDS_PER_HOUR % HOURS);
            second = next;
        }
        return slow / (end - begin);
    }

    /**
     * Travel times as they are on average over a time of day. A plan has one time for each way however late in the day it is
     * driven, so at an hour that is slower than the average a way takes longer than planned, and less at a quicker one.
     */
    public TravelTimes during(TravelTimes freeFlow, LocalTime from, LocalTime to) {
        return shares.isEmpty() ? freeFlow : new SlowedTravelTimes(freeFlow, profile -> slowness(profile, from, to));
    }
}
