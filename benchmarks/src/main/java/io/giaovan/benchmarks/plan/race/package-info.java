/**
 * One solver on one instance for one time, from the start of its process to the judge's verdict. Serves the comparison. It
 * never compares.
 */
@NullMarked
package io.giaovan.benchmarks.plan.race;

import org.jspecify.annotations.NullMarked;
