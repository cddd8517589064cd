package io.giaovan.contracts.delivery;

import io.giaovan.contracts.place.Address;
import java.time.Instant;

/**
 * Asks which delivery slots could be kept for a parcel.
 *
 * @param depot depot the parcel leaves from
 * @param address where to; its point may be missing, then the engine looks it up
 * @param load what it takes up
 * @param readyAt when the parcel can leave the depot at the earliest
 */
public record SlotQuery(String depot, Address address, ParcelLoad load, Instant readyAt) {}
