/**
 * Calls a neighbour service over HTTP. Serves the Remote… clients. It never retries: the caller knows whether that is safe.
 */
@NullMarked
package io.giaovan.edge.remote;

import org.jspecify.annotations.NullMarked;
