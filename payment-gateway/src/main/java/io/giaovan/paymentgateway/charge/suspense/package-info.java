/**
 * Places money that came in and could not be placed at once: unknown codes, several codes, too much, twice, too late.
 * Serves the house's bookkeepers. It decides by itself only where a transfer pays exactly what it names, and never places
 * more than came in.
 */
@NullMarked
package io.giaovan.paymentgateway.charge.suspense;

import org.jspecify.annotations.NullMarked;
