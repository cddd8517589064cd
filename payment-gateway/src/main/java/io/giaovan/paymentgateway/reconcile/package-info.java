/**
 * Lays the house bank's statements and the providers' settlement files beside the ledger, and has unknown outcomes asked for. Serves the house's bookkeepers and operators. It never moves money and never books: what it finds is for people to settle.
 */
@NullMarked
package io.giaovan.paymentgateway.reconcile;

import org.jspecify.annotations.NullMarked;
