/**
 * What sellers read of their statements, on pages, as JSON and as CSV. It must never change one.
 */
@NullMarked
package io.giaovan.orderservice.settlement.seller;

import org.jspecify.annotations.NullMarked;
