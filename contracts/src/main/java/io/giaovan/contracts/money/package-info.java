/**
 * Amounts of money in whole minor units. Serves every room that prices, charges or settles. It never rounds and never holds a fraction.
 */
@NullMarked
package io.giaovan.contracts.money;

import org.jspecify.annotations.NullMarked;
