/**
 * A seller's account of the ledger as balance and balance transactions. Serves merchants' bookkeeping. It keeps nothing of its own.
 */
@NullMarked
package io.giaovan.paymentgateway.api.balance;

import org.jspecify.annotations.NullMarked;
