/**
 * The house bank: pays out and sends money back. Serves payouts and refunds. It never decides whom to pay.
 */
@NullMarked
package io.giaovan.paymentgateway.rail.bank;

import org.jspecify.annotations.NullMarked;
