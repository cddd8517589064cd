/**
 * Published instances as plain numbers, and the judge of routes: is every customer served lawfully, and how long are the
 * routes in the instance's own convention. Serves the comparison of solvers. It shares no code with the engine, so that a
 * mistake in either shows, and never takes a solver's word for a cost.
 */
@NullMarked
package io.giaovan.benchmarks.plan.task;

import org.jspecify.annotations.NullMarked;
