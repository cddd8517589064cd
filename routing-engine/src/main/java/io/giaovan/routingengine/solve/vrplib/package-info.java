/**
 * Decides how published benchmark files become planning problems and how plans are written back. Serves the solve command
 * and the comparison of plan quality. It must never search.
 */
@NullMarked
package io.giaovan.routingengine.solve.vrplib;

import org.jspecify.annotations.NullMarked;
