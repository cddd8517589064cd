package io.giaovan.routingengine.model;

/** What is weighed once everything lawful and required is planned. */
public enum Objective {
    /** The money only. */
    COST,
    /** The fewest vehicles first, then the money: each used vehicle adds {@link PlanScore#VEHICLE_UNITS}. */
    VEHICLES
}
