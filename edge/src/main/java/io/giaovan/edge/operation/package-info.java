/**
 * What whoever runs the house asks of a process: what is left to do, what time it is. Serves operators, simulated days
 * and tests. It never changes business data.
 */
@NullMarked
package io.giaovan.edge.operation;

import org.jspecify.annotations.NullMarked;
