/**
 * Decides whether a plan is lawful and what it costs, from the plan's own times and the problem alone. Serves everyone who
 * hands out or compares plans. It must never share code with the solver or its rules, nor mend a plan.
 */
@NullMarked
package io.giaovan.routingengine.check;

import org.jspecify.annotations.NullMarked;
