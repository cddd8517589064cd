/**
 * Pays sellers what they are owed, once. Serves settlement. It never pays more than the ledger covers.
 */
@NullMarked
package io.giaovan.paymentgateway.payout;

import org.jspecify.annotations.NullMarked;
