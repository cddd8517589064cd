/**
 * Decides what each business rule counts and in which unit, one named constraint each. Serves the solver's score, its
 * analysis and explanation. It must never move a stop, nor share code with the judge.
 */
@NullMarked
package io.giaovan.routingengine.rule;

import org.jspecify.annotations.NullMarked;
