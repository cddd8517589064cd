/**
 * The command {@code run}: a house that stays up, with a demonstration that goes on by itself. Serves whoever tries the
 * house out. It never decides anything for the people on stage.
 */
@NullMarked
package io.giaovan.standalone.run;

import org.jspecify.annotations.NullMarked;
