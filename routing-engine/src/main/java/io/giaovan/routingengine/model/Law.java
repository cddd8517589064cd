package io.giaovan.routingengine.model;

/** The rules a plan is judged by. Each has one name for weights, explanations and documentation, and says its unit. */
public enum Law {
    CAPACITY("capacity", Level.HARD, "load units above a capacity, at the worst leg of each trip"),
    CASH_LIMIT("cash limit", Level.HARD, "minor units of cash above the limit, at the worst leg of each trip"),
    TIME_WINDOW("time window", Level.HARD, "seconds after the last moment at which work may begin"),
    SHIFT("shift", Level.HARD, "seconds after the shift and its overtime"),
    BREAK("break", Level.HARD, "breaks that are not taken in their time"),
    REACHABLE("reachable", Level.HARD, "ways driven where no road leads"),
    SKILLS("skills", Level.HARD, "skills that are missing"),
    ALLOWED_VEHICLE("allowed vehicle", Level.HARD, "stops on a vehicle that may not serve them"),
    SHIPMENT("shipment", Level.HARD, "pickups and deliveries that are not on one route, in order"),
    MOST_STOPS("most stops", Level.HARD, "stops above the limit"),
    MOST_METRES("most metres", Level.HARD, "metres above the limit"),
    MOST_SECONDS("most seconds", Level.HARD, "seconds above the limit"),
    MOST_TRIPS("most trips", Level.HARD, "trips above the limit"),
    RELEASE("release", Level.HARD, "seconds that a trip under way left before its goods were ready"),
    COMMITTED("committed", Level.HARD, "committed stops that are not next, in order"),
    UNPLANNED("unplanned", Level.MEDIUM, "priority of required stops left out"),
    SKIPPED("skipped", Level.SOFT, "price units for optional stops left out"),
    FIXED_PRICE("fixed price", Level.SOFT, "price units for vehicles in use"),
    TIME_PRICE("time price", Level.SOFT, "price units for time from departure to end"),
    DISTANCE_PRICE("distance price", Level.SOFT, "price units for distance"),
    OVERTIME_PRICE("overtime price", Level.SOFT, "price units for time after the shift"),
    LATENESS_PRICE("lateness price", Level.SOFT, "price units for work begun after the last window"),
    MOVE_PRICE("move price", Level.SOFT, "price units for stops taken from another vehicle of the warm start"),
    BALANCE_PRICE("balance price", Level.SOFT, "price units for the square of working time");

    /** What counts before what. */
    public enum Level {
        /** Unlawful or impossible. */
        HARD,
        /** Left unplanned. */
        MEDIUM,
        /** Cost. */
        SOFT
    }

    private final String label;
    private final Level level;
    private final String unit;

    Law(String label, Level level, String unit) {
        this.label = label;
        this.level = level;
        this.unit = unit;
    }

    public String label() {
        return label;
    }

    public Level level() {
        return level;
    }

    public String unit() {
        return unit;
    }
}
