/**
 * Keeps every movement of money as a balanced posting in a chain of hashes, and folds them into balances. Serves every room that moves money. It never edits or deletes a posting.
 */
@NullMarked
package io.giaovan.paymentgateway.ledger;

import org.jspecify.annotations.NullMarked;
