/**
 * Plays a day of the house: who does what when, what came of it, and whether what must always hold did hold. Serves the
 * commands {@code day} and {@code crash} and the demonstration. It never changes anything but through the HTTP
 * interfaces.
 */
@NullMarked
package io.giaovan.standalone.day;

import org.jspecify.annotations.NullMarked;
