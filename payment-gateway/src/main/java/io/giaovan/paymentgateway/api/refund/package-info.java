/**
 * Refunds, and the charges they give back from. Serves merchants. It moves no money itself: it calls the charge.
 */
@NullMarked
package io.giaovan.paymentgateway.api.refund;

import org.jspecify.annotations.NullMarked;
