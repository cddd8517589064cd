/**
 * The command {@code crash}: a day during which the house is killed at random moments and started again. Serves whoever
 * wants to see that nothing acknowledged is lost. It never looks into the house but through its interfaces, save for the
 * proofs, which it reads in the store when the day is over.
 */
@NullMarked
package io.giaovan.standalone.crash;

import org.jspecify.annotations.NullMarked;
