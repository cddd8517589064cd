/**
 * Orders payments by ISO 20022 files and reads the bank's answers and statements. Serves payouts, refunds and reconciliation. It never reads a document type or an entity from a file.
 */
@NullMarked
package io.giaovan.paymentgateway.rail.bank.file;

import org.jspecify.annotations.NullMarked;
