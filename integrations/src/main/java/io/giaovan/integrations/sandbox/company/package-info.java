/**
 * Plays the parcel company: takes bookings, moves parcels, accounts for cash, tells of every status. Serves tests,
 * demonstrations and simulated days. It must never be called by the flows but over its own API.
 */
@NullMarked
package io.giaovan.integrations.sandbox.company;

import org.jspecify.annotations.NullMarked;
