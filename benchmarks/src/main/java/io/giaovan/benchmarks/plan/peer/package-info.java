/**
 * Our solver and the solvers beside it, each behind the same interface and set up as its makers advise for one core and a
 * deadline. Serves the comparison, which starts each run here in a process of its own. It never judges an answer and never
 * adds to one what the solver did not find.
 */
@NullMarked
package io.giaovan.benchmarks.plan.peer;

import org.jspecify.annotations.NullMarked;
