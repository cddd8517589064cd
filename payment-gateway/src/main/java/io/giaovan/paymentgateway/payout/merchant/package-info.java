/**
 * What merchants see of their payouts on the public API, ask for themselves and can still call back. Serves merchants and their software. It decides nothing about money: it asks the payouts, which ask the ledger.
 */
@NullMarked
package io.giaovan.paymentgateway.payout.merchant;

import org.jspecify.annotations.NullMarked;
