/**
 * How JSON is read and written: strictly, so that a missing, unknown or null field is named. Serves all controllers and remote clients. It never guesses a value.
 */
@NullMarked
package io.giaovan.edge.json;

import org.jspecify.annotations.NullMarked;
