/**
 * How many payment intents a second the gateway opens over HTTP with its store on the disk, beside bare inserts into the same store in the same run. Serves whoever works on the gateway or the store. It never measures without durability.
 */
@NullMarked
package io.giaovan.benchmarks.money;

import org.jspecify.annotations.NullMarked;
