/**
 * Travel-time matrices: our search over many points at once beside GraphHopper asked pair by pair and Valhalla's table.
 * Serves whoever works on travel times. It never compares costs that come from different road speeds.
 */
@NullMarked
package io.giaovan.benchmarks.matrix;

import org.jspecify.annotations.NullMarked;
