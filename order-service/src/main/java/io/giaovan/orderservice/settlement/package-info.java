/**
 * Decides what each seller is owed and why, in the rooms below: books the lines of every ended order once, closes one
 * statement a day, and has it paid; here is the price list that they share. Serves sellers and the house. It never moves
 * money itself and never changes an order.
 */
@NullMarked
package io.giaovan.orderservice.settlement;

import org.jspecify.annotations.NullMarked;
