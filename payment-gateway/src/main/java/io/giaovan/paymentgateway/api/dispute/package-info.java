/**
 * Disputes of charges on phone accounts, from the telecom's notice to its end. Serves merchants who answer them. It moves money through the ledger only: away when a dispute opens, back when it is won.
 */
@NullMarked
package io.giaovan.paymentgateway.api.dispute;

import org.jspecify.annotations.NullMarked;
