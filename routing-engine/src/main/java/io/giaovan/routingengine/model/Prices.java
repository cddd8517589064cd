package io.giaovan.routingengine.model;

/**
 * What a vehicle costs, in minor units of money.
 *
 * @param fixed once, when the route has a stop
 * @param perHour for each hour from departure to end, waiting and service included
 * @param perKilometre for each kilometre driven
 */
public record Prices(long fixed, long perHour, long perKilometre) {
    /** One unit a metre and nothing else, so that cost equals distance. */
    public static final Prices DISTANCE = new Prices(0, 0, 1000);

    public Prices {
        Checks.range("prices.fixed", fixed, 0, PlanningProblem.PRICE_MAX);
        Checks.range("prices.perHour", perHour, 0, PlanningProblem.PRICE_MAX);
        Checks.range("prices.perKilometre", perKilometre, 0, PlanningProblem.PRICE_MAX);
    }
}
