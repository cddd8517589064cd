package io.giaovan.routingengine.model;

/**
 * How good a plan is, smaller being better in each part, the earlier part counting first. One minor unit of money is
 * {@value #UNITS_PER_MINOR} price units, so that a price per hour or per kilometre divides without rounding: a second at
 * one minor unit an hour is 5 units, a metre at one minor unit a kilometre is 18.
 *
 * @param hard how much the plan breaks the law; 0 for every plan the solver gives
 * @param medium sum of the priorities of required stops left unplanned
 * @param soft cost in price units
 */
public record PlanScore(long hard, long medium, long soft) implements Comparable<PlanScore> {
    public static final long UNITS_PER_MINOR = 18_000;
    public static final long UNITS_PER_HOURLY_SECOND = 5;
    public static final long UNITS_PER_KILOMETRE_METRE = 18;

    /** What one used vehicle adds under {@link Objective#VEHICLES}. */
    public static final long VEHICLE_UNITS = 10_000_000_000_000L;

    @Override
    public int compareTo(PlanScore other) {
        int byHard = Long.compare(hard, other.hard);
        int byMedium = byHard != 0 ? byHard : Long.compare(medium, other.medium);
        return byMedium != 0 ? byMedium : Long.compare(soft, other.soft);
    }

    /** The cost in minor units of money, rounded to the nearest. */
    public long costMinor() {
        return Math.floorDiv(soft + UNITS_PER_MINOR / 2, UNITS_PER_MINOR);
    }
}
