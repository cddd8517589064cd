/**
 * Decides whether an incoming order is taken: known articles, stock, a promise that can be kept, each order once. Serves
 * integrations, and tells marketplaces what became of their orders. It never changes an order that was taken.
 */
@NullMarked
package io.giaovan.orderservice.intake;

import org.jspecify.annotations.NullMarked;
