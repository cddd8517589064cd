/**
 * A made-up delivery town of any size, on which our engine alone is measured: how its cost grows with the number of stops,
 * and what each rule costs it. Serves whoever works on the search. It never resembles a published instance on purpose.
 */
@NullMarked
package io.giaovan.benchmarks.plan.town;

import org.jspecify.annotations.NullMarked;
