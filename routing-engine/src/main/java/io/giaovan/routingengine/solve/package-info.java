/**
 * Decides which vehicle serves which stop in which order: a ruin-and-recreate search on primitive arrays inside an
 * OptaPlanner phase, with deadlines, seeds and re-planning. Serves the planning API, promises and dispatch. It must never
 * hand out a plan that the judge has not seen, nor leave a lawful plan for an unlawful one.
 */
@NullMarked
package io.giaovan.routingengine.solve;

import org.jspecify.annotations.NullMarked;
