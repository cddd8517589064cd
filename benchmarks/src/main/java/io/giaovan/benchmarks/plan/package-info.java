/**
 * Plan quality on published instances: every run in a fresh process, every plan judged apart from the solver. Serves
 * whoever works on the search. It never tunes anything to an instance.
 */
@NullMarked
package io.giaovan.benchmarks.plan;

import org.jspecify.annotations.NullMarked;
