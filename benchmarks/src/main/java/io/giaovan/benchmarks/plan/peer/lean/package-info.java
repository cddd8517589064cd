/**
 * What OptaPlanner's and Timefold's lean models share: a visit, the measure of one route, and first routes by angle. Serves
 * those two peers only. It never improves a route.
 */
@NullMarked
package io.giaovan.benchmarks.plan.peer.lean;

import org.jspecify.annotations.NullMarked;
