/**
 * Starts what is measured in a process of its own, on one core, and ends it when it does not end by itself. Serves every
 * benchmark that compares. It never looks at what the process answers.
 */
@NullMarked
package io.giaovan.benchmarks.child;

import org.jspecify.annotations.NullMarked;
