/**
 * Decides which seller a key or session stands for, and that a creating call runs once. Serves every surface of the
 * order service. It never stores a key in the clear and never decides what a seller may do with an order.
 */
@NullMarked
package io.giaovan.orderservice.access;

import org.jspecify.annotations.NullMarked;
