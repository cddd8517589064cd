/**
 * Closes the days that are over and has their statements paid, by the clock or when the house asks. It must never be needed
 * for a statement to be right.
 */
@NullMarked
package io.giaovan.orderservice.settlement.day;

import org.jspecify.annotations.NullMarked;
