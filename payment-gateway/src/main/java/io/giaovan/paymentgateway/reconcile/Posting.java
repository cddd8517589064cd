package io.giaovan.paymentgateway.reconcile;

import io.giaovan.contracts.money.Money;
import java.time.Instant;

/**
 * What the ledger says happened on our bank account.
 *
 * @param transferId the transfer of the ledger
 * @param reference how the bank names it
 * @param amount positive came in, negative went out
 * @param at when it happened
 */
record Posting(String transferId, String reference, Money amount, Instant at) {}
