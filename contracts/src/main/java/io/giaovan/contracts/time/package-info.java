/**
 * Windows and service days. Serves every room that promises or plans. It never reads a clock.
 */
@NullMarked
package io.giaovan.contracts.time;

import org.jspecify.annotations.NullMarked;
