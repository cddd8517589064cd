/**
 * The command {@code bench}: picks a benchmark. Serves whoever wants figures. It is not on the release path.
 */
@NullMarked
package io.giaovan.benchmarks;

import org.jspecify.annotations.NullMarked;
