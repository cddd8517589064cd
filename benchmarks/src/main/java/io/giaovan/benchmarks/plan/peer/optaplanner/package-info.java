/**
 * OptaPlanner's own local search on a lean model of vehicles with lists of calls. Serves the comparison of solvers. It adds no
 * search of ours.
 */
@NullMarked
package io.giaovan.benchmarks.plan.peer.optaplanner;

import org.jspecify.annotations.NullMarked;
