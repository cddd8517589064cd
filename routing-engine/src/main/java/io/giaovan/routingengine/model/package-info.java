/**
 * Decides how one planning problem and one plan are written down: vehicles, stops, shipments, prices and limits, in whole
 * seconds from the problem's epoch, whole metres and whole minor units of money. Serves rules, solver, judge, explanation
 * and dispatch. It must never search for a plan, and knows nothing of HTTP, storage or JSON.
 */
@NullMarked
package io.giaovan.routingengine.model;

import org.jspecify.annotations.NullMarked;
