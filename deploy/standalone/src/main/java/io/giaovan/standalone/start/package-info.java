/**
 * Starts and stops the house: store, keys, clock and services, in one process or in four. Serves the commands. It never
 * holds business rules.
 */
@NullMarked
package io.giaovan.standalone.start;

import org.jspecify.annotations.NullMarked;
