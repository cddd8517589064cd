/**
 * Sends buyers to a wallet in the forms of MoMo, ZaloPay and VNPAY. Serves charges. It never takes a notice for the truth: it asks the wallet.
 */
@NullMarked
package io.giaovan.paymentgateway.rail.wallet;

import org.jspecify.annotations.NullMarked;
