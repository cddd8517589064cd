package io.giaovan.routingengine.fleet;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Contact;
import java.time.LocalTime;

/**
 * Who drives.
 *
 * @param id identifies the courier
 * @param contact name and phone, the phone being what the courier signs in with; no two couriers share one
 * @param pinHash how the pin is kept, see {@link PinHash}
 * @param depot where the courier loads
 * @param vehicle what the courier drives
 * @param shiftStart local time of earliest departure
 * @param shiftEnd local time by which the courier is back
 * @param cashLimit most cash on the courier at once
 */
public record Courier(
        CourierId id,
        Contact contact,
        String pinHash,
        DepotId depot,
        CourierVehicle vehicle,
        LocalTime shiftStart,
        LocalTime shiftEnd,
        Money cashLimit) {
    public Courier {
        if (!shiftEnd.isAfter(shiftStart)) {
            throw new IllegalArgumentException("shiftEnd: " + shiftEnd + " is not after shiftStart " + shiftStart);
        }
        if (cashLimit.isNegative()) {
            throw new IllegalArgumentException("cashLimit: " + cashLimit.amount() + " is below 0");
        }
    }

    /** Keeps phone and pin out of logs. */
    @Override
    public String toString() {
        return "Courier[" + id + "]";
    }
}
