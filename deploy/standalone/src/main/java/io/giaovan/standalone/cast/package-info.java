/**
 * The people of a demonstration or simulated day: sellers, couriers, dispatchers, buyers and their partners' sandboxes,
 * and the one HTTP client they all use. Serves the day and the demonstration. It never reaches into a service: everything
 * goes through the interfaces that real people would use.
 */
@NullMarked
package io.giaovan.standalone.cast;

import org.jspecify.annotations.NullMarked;
