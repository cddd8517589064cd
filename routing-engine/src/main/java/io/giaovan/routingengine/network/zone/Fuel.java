package io.giaovan.routingengine.network.zone;

/** What drives a vehicle, as low-emission zones distinguish it. */
public enum Fuel {
    PETROL,
    DIESEL,
    ELECTRIC
}
