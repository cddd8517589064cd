/**
 * Plays the marketplace and the parcel company, checks signatures as the real ones do, and fails on command. Serves demonstrations, tests and the simulated day. It shares no code with the folders that speak to it.
 */
@NullMarked
package io.giaovan.integrations.sandbox;

import org.jspecify.annotations.NullMarked;
