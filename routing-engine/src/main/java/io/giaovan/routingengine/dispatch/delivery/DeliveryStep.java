package io.giaovan.routingengine.dispatch.delivery;

import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.money.Money;
import io.giaovan.routingengine.dispatch.Forecast;
import io.giaovan.routingengine.dispatch.RouteId;
import io.giaovan.routingengine.dispatch.StopRef;
import java.time.Instant;
import java.time.LocalDate;

/** What can happen to a delivery. */
public sealed interface DeliveryStep {
    /** A released route takes it. */
    record Claimed(StopRef stop, Forecast forecast) implements DeliveryStep {}

    /** The route is given up before it left. */
    record Unclaimed(RouteId route) implements DeliveryStep {}

    /** The vehicle was lost under way and the parcel is in the depot again, without an attempt made. */
    record Recovered(RouteId route) implements DeliveryStep {}

    /** The courier left the depot with it. */
    record Departed(StopRef stop, Forecast forecast) implements DeliveryStep {}

    /** It will come earlier or later than last said. */
    record Reforecast(StopRef stop, Forecast forecast) implements DeliveryStep {}

    /** The courier stands at the door. */
    record ReachedDoor(StopRef stop, Instant at) implements DeliveryStep {}

    /** Handed over against proof and cash. */
    record HandedOver(StopRef stop, Proof proof, Money cash, Instant at) implements DeliveryStep {}

    /** The attempt failed. */
    record Failed(StopRef stop, FailureReason reason, Instant at) implements DeliveryStep {}

    /** The parcel is in the depot again; from which day on it may be planned, if it has attempts left. */
    record BroughtBack(LocalDate due, Instant at) implements DeliveryStep {}

    /** The seller withdraws it. */
    record Withdrawn(Instant at) implements DeliveryStep {}
}
