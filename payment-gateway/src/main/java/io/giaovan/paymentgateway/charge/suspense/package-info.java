/**
 * Places money that came in and that nobody could place by itself: unknown codes, two codes, too much, twice, too late. Serves the house's bookkeepers. It never decides by itself and never places more than came in.
 */
@NullMarked
package io.giaovan.paymentgateway.charge.suspense;

import org.jspecify.annotations.NullMarked;
