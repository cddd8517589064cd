/**
 * What any provider of money can do and how it answers. Serves the charges and payouts. It never decides what becomes of a charge.
 */
@NullMarked
package io.giaovan.paymentgateway.rail;

import org.jspecify.annotations.NullMarked;
