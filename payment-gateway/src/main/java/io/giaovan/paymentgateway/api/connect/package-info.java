/**
 * Connected merchants: for whom a platform acts, and money that moves between their balances. Serves platforms. It moves money through the ledger only and never beyond what a balance holds when a platform asks.
 */
@NullMarked
package io.giaovan.paymentgateway.api.connect;

import org.jspecify.annotations.NullMarked;
