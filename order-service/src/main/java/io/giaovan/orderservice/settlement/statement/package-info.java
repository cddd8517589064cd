/**
 * A closed statement and the life of its payment. Serves sellers and the worker that has statements paid. It must never
 * change what a statement holds.
 */
@NullMarked
package io.giaovan.orderservice.settlement.statement;

import org.jspecify.annotations.NullMarked;
