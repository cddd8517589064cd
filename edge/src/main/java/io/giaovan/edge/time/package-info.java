/**
 * The business clock: the machine's, or a moved one for simulated days. Serves everything that asks what time it is. It never skips backwards.
 */
@NullMarked
package io.giaovan.edge.time;

import org.jspecify.annotations.NullMarked;
