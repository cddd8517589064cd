/**
 * Starts the routing engine as a process of its own and decides nothing else. Serves the split shape and tests. It must
 * never hold business code.
 */
@NullMarked
package io.giaovan.routingengine;

import org.jspecify.annotations.NullMarked;
